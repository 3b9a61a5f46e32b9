import { type TopicDraft, type TopicEntry, topicList } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import type { HistoryEntry } from '../../record/history/record-history.js'
import { levelsOf, MOST_LEVELS } from '../../record/topic/ancestors.js'
import { fold } from '../../text/fold.js'

/**
 * Finds the topic of each draft, or creates it under the broader topics of the list, as far as the tree has levels left.
 *
 * @returns UUIDs by slug, and the entries for the history.
 */
export async function resolveTopics(tx: Transaction, drafts: readonly Pick<TopicDraft, 'slug' | 'name'>[]) {
  const listed = new Map(topicList.map((entry) => [entry.slug, entry]))
  const wanted = withAncestors(drafts, listed)
  const slugs = [...wanted.keys()]
  const ids = await findTopics(tx, slugs)
  const missing = slugs.filter((slug) => !ids.has(slug))
  for (const slug of missing) ids.set(slug, newId())
  const idOf = (slug: string) => ids.get(slug) as string
  const parentOf = (slug: string) => listed.get(slug)?.parent ?? ''
  const storedParents = missing.map(parentOf).filter((slug) => ids.has(slug) && !missing.includes(slug))
  const levels = await levelsOf(tx, storedParents.map(idOf))
  const parentIds = new Map<string, string | null>()
  // A person may have moved the parent of the list to the lowest level. Then the topic goes to the top.
  for (const slug of missing) {
    const parentId = ids.get(parentOf(slug))
    const level = parentId === undefined ? 0 : (levels.get(parentId) ?? 0)
    const fits = parentId !== undefined && level < MOST_LEVELS
    parentIds.set(slug, fits ? parentId : null)
    levels.set(idOf(slug), fits ? level + 1 : 1)
  }
  const made = missing.map((slug) => {
    const name = wanted.get(slug) as string
    return { id: idOf(slug), slug, name, nameFolded: fold(name), parentId: parentIds.get(slug) ?? null }
  })
  const aliases = missing.flatMap((slug) =>
    aliasesOf(listed.get(slug), drafts.find((draft) => draft.slug === slug)?.name).map((alias) => ({
      ...alias,
      topicId: idOf(slug),
    })),
  )
  await insertRows(
    tx,
    { table: 'Topic', rows: made },
    { table: 'TopicAlias', rows: aliases, skipDuplicates: true },
  )
  const history: HistoryEntry[] = missing.map((slug) => ({
    type: 'TOPIC',
    entityId: idOf(slug),
    action: 'CREATED',
    version: 1,
  }))
  return { ids, history }
}

/** UUIDs of the stored topics by slug. A merged topic counts as the one that it was merged into. */
async function findTopics(tx: Transaction, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ slug: string; id: string }[]>`
    SELECT slug, COALESCE("mergedIntoId", id)::text AS id FROM "Topic" WHERE slug = ANY(${[...slugs]}::text[])`
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

/** The names of the drafts' topics and of all topics above them, by slug. A parent comes before its children. */
function withAncestors(
  drafts: readonly Pick<TopicDraft, 'slug' | 'name'>[],
  listed: ReadonlyMap<string, TopicEntry>,
) {
  const wanted = new Map<string, string>()
  const add = (slug: string, name: string) => {
    if (wanted.has(slug)) return
    const parent = listed.get(listed.get(slug)?.parent ?? '')
    if (parent) add(parent.slug, parent.name)
    // Whatever the language of the article, a topic of the list has one name for all.
    wanted.set(slug, listed.get(slug)?.name ?? name)
  }
  for (const { slug, name } of drafts) add(slug, name)
  return wanted
}

/** The aliases of a topic of the list, and what an article calls it otherwise. */
const aliasesOf = (entry: TopicEntry | undefined, written: string | undefined) =>
  [...(entry?.aliases ?? []), ...(entry && written && written !== entry.name ? [written] : [])].map(
    (name) => ({
      id: newId(),
      name,
      nameFolded: fold(name),
    }),
  )
