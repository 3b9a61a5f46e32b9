import type { Transaction } from '../../database/database.js'
import { fold } from '../../text/fold.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import { aliasChanges, settleNames } from '../write/other-names.js'
import type { Storage } from '../write/upsert.js'

/** The fields of a topic that a person can edit, as revisions hold them: ids are global, sets are sorted. */
export type TopicFields = {
  slug: string
  name: string
  aliases: string[]
  parentId: string | null
  wikidataId: string | null
}

export function topicStorage(tx: Transaction): Storage<TopicFields> {
  return {
    noun: 'Topic',
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
    settle: settleNames,
    async create(id, { slug = '', name = '', parentId, wikidataId, aliases }) {
      await tx.topic.create({
        data: {
          ...{ id, slug, name, nameFolded: fold(name), wikidataId: wikidataId ?? null },
          parentId: parentId ? uuidOf(parentId) : null,
        },
      })
      await writeAliases(tx, id, aliases)
    },
    async update(id, { slug, name, parentId, wikidataId, aliases }) {
      await tx.topic.update({
        where: { id },
        data: {
          ...(slug === undefined ? {} : { slug }),
          ...(name === undefined ? {} : { name, nameFolded: fold(name) }),
          ...(parentId === undefined ? {} : { parentId: parentId && uuidOf(parentId) }),
          ...(wikidataId === undefined ? {} : { wikidataId }),
        },
        select: { id: true },
      })
      await writeAliases(tx, id, aliases)
    },
  }
}

async function writeAliases(tx: Transaction, topicId: string, aliases: string[] | undefined) {
  if (!aliases) return
  const stored = await tx.topicAlias.findMany({ where: { topicId }, select: { id: true, name: true } })
  const { gone, added } = aliasChanges(stored, aliases)
  await tx.topicAlias.deleteMany({ where: { id: { in: gone } } })
  await tx.topicAlias.createMany({ data: added.map((alias) => ({ ...alias, topicId })) })
}
