import type { Transaction } from '../../database/database.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { amongAncestors, checkLevels, lockTree, MOST_LEVELS } from '../../record/topic/ancestors.js'
import { topicStorage } from '../../record/topic/topic-storage.js'
import { given, wrong } from '../../record/write/input.js'
import { line, lines, MOST_NAMES } from '../../record/write/line.js'
import { resolveIds } from '../../record/write/references.js'
import { equals, lockUpsert, saveUpsert } from '../../record/write/upsert.js'
import { fold } from '../../text/fold.js'
import type { InputFields } from '../builder.js'
import { mergeMutations } from '../merge-mutations.js'
import { mutation, resultUnion } from '../mutation.js'
import { upsertKeys } from '../upsert-keys.js'
import { success } from '../written.js'

const TopicResult = resultUnion('TopicResult', success('Topic'), 'What came of a write to a topic.')

const inputFields = (t: InputFields) => ({
  ...upsertKeys(
    t,
    'topic',
    'the topic with the `slug` or the `wikidataId` is changed, if there is one; else one is made',
  ),
  slug: t.string({
    description:
      'Lower-case name for URLs, unique: `fisheries-treaty`. A new topic without it gets one that is made of its name.',
  }),
  name: t.string({ description: 'Its name: "Fisheries treaty". Needed for a new one.' }),
  aliases: t.stringList({
    description: `All other names, instead of those stored; at most ${MOST_NAMES}.`,
  }),
  parentId: t.id({
    description: `Global id of the broader topic; null puts it at the top of the tree, which has at most ${MOST_LEVELS} levels.`,
  }),
  wikidataId: t.field({ type: 'WikidataId', description: 'The Wikidata item; null removes it.' }),
})

mutation('topicUpsert', {
  description: 'Makes a topic, or changes the one that the input names.',
  scope: 'editor',
  result: TopicResult,
  inputDescription: 'A topic to be made or changed. What is absent stays as it is.',
  inputFields,
  run: async (input, transact) => {
    const { parentId, wikidataId, externalId } = input
    const name = given(input.name, ['input', 'name'], line)
    const slugNames = input.id == null && externalId == null
    const slug = given(input.slug, ['input', 'slug'], checkSlug) ?? (slugNames ? slugOf(name) : undefined)
    const fields = {
      name,
      aliases: given(input.aliases, ['input', 'aliases'], lines),
      wikidataId,
    }
    return transact(async ({ tx, record }) => {
      if (parentId != null) await lockTree(tx)
      const unique = [
        { where: equals('slug', slug), path: ['input', 'slug'] },
        { where: equals('wikidataId', wikidataId), path: ['input', 'wikidataId'] },
      ]
      const locked = await lockUpsert({ tx }, 'Topic', input, unique)
      if (!locked && name === undefined) throw wrong(['input', 'name'], 'is missing: a new topic needs one')
      if (name !== undefined && input.slug === undefined && (slugNames || !locked))
        await checkDerivedSlug(tx, name, slugNames)
      const parent = await parentOf(tx, parentId, locked?.id)
      const ownSlug = locked && input.slug === undefined ? undefined : (slug ?? slugOf(name))
      const all = { ...fields, slug: ownSlug, parentId: parent }
      const outcome = await saveUpsert({ tx, record }, topicStorage(tx), locked, all, externalId)
      if (parentId != null) await checkLevels(tx, outcome.id, ['input', 'parentId'])
      return outcome
    })
  },
})

mergeMutations('Topic', TopicResult)

const LONGEST_SLUG = 200

/** @throws InputError when the text is not a slug; the message proposes one. */
function checkSlug(text: string, path: string[]): string {
  if (text.length > LONGEST_SLUG) {
    throw wrong(path, `has ${text.length} characters: pass at most ${LONGEST_SLUG}`)
  }
  const slug = slugOf(text) ?? ''
  if (slug !== text) throw wrong(path, `is not in lower case with hyphens: pass "${slug}"`)
  return slug
}

/**
 * Refuses a slug made from a name when a topic with another name has it: the upsert would silently rename that topic.
 *
 * @param slugNames true when the input has no other key, so that the slug names the topic to change.
 */
async function checkDerivedSlug(tx: Transaction, name: string, slugNames: boolean): Promise<void> {
  const slug = slugOf(name) ?? ''
  const select = { name: true, nameFolded: true, aliases: { select: { nameFolded: true } } }
  const topic = await tx.topic.findUnique({ where: { slug }, select })
  if (!topic) return
  const names = [topic, ...topic.aliases].map(({ nameFolded }) => nameFolded)
  if (slugNames && names.includes(fold(name))) return
  throw wrong(
    ['input', 'slug'],
    `is missing: "${slug}", made of the name, is that of the topic "${topic.name}": pass another, or the topic's id`,
  )
}

/**
 * Makes a slug from a name: folded, with hyphens between the words.
 *
 * @throws InputError when the name has neither a letter nor a digit.
 */
function slugOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const slug = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  if (slug === '')
    throw wrong(['input', 'slug'], 'has neither a letter nor a digit: pass one such as "fisheries-treaty"')
  return slug.slice(0, LONGEST_SLUG).replace(/(-|[\uD800-\uDBFF])$/, '')
}

/** Reads the parent of a topic. @throws InputError when there is none, or it is the topic itself or below it. */
async function parentOf(tx: Transaction, parentId: string | null | undefined, topicId: string | undefined) {
  if (parentId == null) return parentId
  const path = ['input', 'parentId']
  const [parent = ''] = await resolveIds(tx, 'Topic', [{ id: parentId, path }])
  if (topicId !== undefined && (await amongAncestors(tx, parent, [topicId])).size > 0) {
    throw wrong(path, 'is the topic itself or one below it: pass one that is not')
  }
  return encodeGlobalId('Topic', parent)
}
