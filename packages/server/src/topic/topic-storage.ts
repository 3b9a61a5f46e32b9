import type { Transaction } from '../database/database.js'
import { fold } from '../database/fold.js'
import { newId } from '../database/id.js'
import { encodeGlobalId, uuidOf } from '../schema/global-id.js'
import type { Storage } from '../write/upsert.js'

/** What a person can edit of a topic, as revisions hold it: ids are global, sets are sorted. */
export type TopicFields = {
  slug: string
  name: string
  aliases: string[]
  parentId: string | null
  wikidataId: string | null
}

export function topicStorage(tx: Transaction): Storage<TopicFields> {
  return {
    type: 'TOPIC',
    async read(id) {
      const { slug, name, parentId, wikidataId, aliases } = await tx.topic.findUniqueOrThrow({
        where: { id },
        select: {
          ...{ slug: true, name: true, parentId: true, wikidataId: true },
          aliases: { select: { name: true } },
        },
      })
      return {
        ...{ slug, name, wikidataId },
        parentId: parentId && encodeGlobalId('Topic', parentId),
        aliases: aliases.map((alias) => alias.name).sort(),
      }
    },
    async create(id, { slug = '', name = '', parentId, wikidataId, aliases }) {
      await tx.topic.create({
        data: {
          ...{ id, slug, name, nameFolded: fold(name), wikidataId: wikidataId ?? null },
          parentId: parentId ? uuidOf(parentId) : null,
        },
      })
      await writeAliases(tx, id, name, aliases)
    },
    async update(id, { slug, name, parentId, wikidataId, aliases }) {
      const { name: current } = await tx.topic.update({
        where: { id },
        data: {
          ...(slug === undefined ? {} : { slug }),
          ...(name === undefined ? {} : { name, nameFolded: fold(name) }),
          ...(parentId === undefined ? {} : { parentId: parentId && uuidOf(parentId) }),
          ...(wikidataId === undefined ? {} : { wikidataId }),
        },
        select: { name: true },
      })
      await writeAliases(tx, id, current, aliases)
    },
  }
}

async function writeAliases(tx: Transaction, topicId: string, name: string, aliases: string[] | undefined) {
  if (!aliases) return
  await tx.topicAlias.deleteMany({ where: { topicId } })
  const rows = aliases.map((alias) => ({ id: newId(), topicId, name: alias, nameFolded: fold(alias) }))
  const own = fold(name)
  await tx.topicAlias.createMany({
    data: rows.filter(({ nameFolded }) => nameFolded !== own),
    skipDuplicates: true,
  })
}
