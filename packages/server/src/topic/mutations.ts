import type { Transaction } from '../database/database.js'
import { fold } from '../database/fold.js'
import { builder } from '../schema/builder.js'
import { encodeGlobalId } from '../schema/global-id.js'
import { wrong } from '../write/input.js'
import { line, lines } from '../write/line.js'
import { mergeMutations } from '../write/merge-mutations.js'
import { mutation, resultUnion } from '../write/mutation.js'
import { resolveIds } from '../write/references.js'
import { equals, lockUpsert, saveUpsert, upsertKeys } from '../write/upsert.js'
import { success } from '../write/written.js'
import { amongAncestors } from './ancestors.js'
import { topicStorage } from './topic-storage.js'

const MOST_ALIASES = 100

const TopicResult = resultUnion('TopicResult', success('Topic'), 'What came of a write to a topic.')

const TopicUpsertInput = builder.inputType('TopicUpsertInput', {
  description: 'A topic to be made or changed. What is absent stays as it is.',
  fields: (t) => ({
    ...upsertKeys(
      t,
      'topic',
      'the topic with the `slug` or the `wikidataId` is changed, if there is one; else one is made',
    ),
    slug: t.string({
      description:
        'Lower-case name for URLs, unique: `fisheries-treaty`. Of a new one without: made of the name.',
    }),
    name: t.string({ description: 'Its name. Needed for a new one.' }),
    aliases: t.stringList({
      description: `All other names, instead of those stored; at most ${MOST_ALIASES}.`,
    }),
    parentId: t.id({ description: 'The broader topic; null puts it at the top of the tree.' }),
    wikidataId: t.field({ type: 'WikidataId', description: 'The Wikidata item; null removes it.' }),
  }),
})

mutation('topicUpsert', {
  description: 'Makes a topic, or changes the one that the input names.',
  scope: 'editor',
  result: TopicResult,
  args: builder.args((t) => ({
    input: t.field({ type: TopicUpsertInput, required: true, description: 'The topic.' }),
  })),
  run: async ({ input }, write) => {
    const { aliases, parentId, wikidataId, externalId } = input
    const name = input.name == null ? undefined : line(input.name, ['input', 'name'])
    const isNew = input.id == null && externalId == null
    const slug = slugOf(input.slug ?? (isNew ? name : undefined))
    const fields = {
      name,
      aliases: aliases == null ? undefined : lines(aliases, ['input', 'aliases'], MOST_ALIASES),
      wikidataId,
    }
    return write(async ({ tx, record }) => {
      const unique = [
        { where: equals('slug', slug), path: ['input', 'slug'] },
        { where: equals('wikidataId', wikidataId), path: ['input', 'wikidataId'] },
      ]
      const locked = await lockUpsert({ tx }, 'Topic', input, unique)
      if (!locked && name === undefined) throw wrong(['input', 'name'], 'is missing: a new topic needs one')
      const parent = await parentOf(tx, parentId, locked?.id)
      const ownSlug = locked && input.slug == null ? undefined : (slug ?? slugOf(name))
      return saveUpsert(
        { tx, record },
        topicStorage(tx),
        locked,
        { ...fields, slug: ownSlug, parentId: parent },
        externalId,
      )
    })
  },
})

mergeMutations('Topic', TopicResult)

/**
 * A name in the form of a slug: folded, with hyphens.
 *
 * @throws InputError when nothing is left of it.
 */
function slugOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const slug = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  if (slug === '')
    throw wrong(['input', 'slug'], 'has neither a letter nor a digit: pass one such as "fisheries-treaty"')
  return slug.slice(0, 200)
}

/** @throws InputError when the parent is not there, or the topic itself, or below it. */
async function parentOf(tx: Transaction, parentId: string | null | undefined, topicId: string | undefined) {
  if (parentId == null) return parentId
  const path = ['input', 'parentId']
  const [parent = ''] = await resolveIds(tx, 'Topic', [{ id: parentId, path }])
  if (topicId !== undefined && (await amongAncestors(tx, parent, [topicId])).size > 0) {
    throw wrong(path, 'is the topic itself or one below it: pass one that is not')
  }
  return encodeGlobalId('Topic', parent)
}
