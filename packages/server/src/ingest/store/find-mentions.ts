import type { Span } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import type { StorableExtraction } from '../extractor/extract-text.js'

/** The places of a text that name a speaker on record. */
export interface Mentions {
  /** UUIDs of the speakers that a span of the text names. */
  within(span: Span): string[]
}

/**
 * Finds where the statements of a text name the text's own speakers, or other speakers on record. Another speaker counts
 * only when the text has the full name or an alias in capitals, and nobody else has that name. Takes one SQL statement.
 *
 * @param speakerIds UUIDs of the text's own speakers, by their names in the extraction.
 */
export async function findMentions(
  tx: Transaction,
  { speakers, names }: Pick<StorableExtraction, 'speakers' | 'names'>,
  speakerIds: ReadonlyMap<string, string>,
): Promise<Mentions> {
  const places: (Span & { id: string })[] = []
  for (const { name, mentions } of speakers) {
    const id = speakerIds.get(name)
    if (id !== undefined) places.push(...mentions.map(({ start, end }) => ({ start, end, id })))
  }
  const known = await findSpeakers(tx, [...new Set(names.map(({ name }) => name))])
  for (const { name, start, end } of names) {
    const id = known.get(name)
    if (id !== undefined) places.push({ start, end, id })
  }
  places.sort((a, b) => a.start - b.start)
  return {
    within({ start, end }) {
      const found: string[] = []
      for (let index = firstFrom(places, start); index < places.length; index++) {
        const place = places[index] as Span & { id: string }
        if (place.start >= end) break
        if (place.end <= end) found.push(place.id)
      }
      return found
    },
  }
}

/** UUIDs of speakers by name, for the names that exactly one speaker has. */
async function findSpeakers(tx: Transaction, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  // They are one parameter, because Prisma takes long for an array of thousands.
  const all = JSON.stringify(names)
  const rows = await tx.$queryRaw<{ name: string; ids: string[] }[]>`
    SELECT n."nameFolded" AS name, array_agg(DISTINCT COALESCE(s."mergedIntoId", s.id)::text) AS ids FROM (
      SELECT id, "nameFolded" FROM "Speaker" WHERE "nameFolded" = ANY(ARRAY(SELECT json_array_elements_text(${all}::json)))
      UNION SELECT "speakerId", "nameFolded" FROM "Alias"
        WHERE "nameFolded" = ANY(ARRAY(SELECT json_array_elements_text(${all}::json)))
    ) n JOIN "Speaker" s ON s.id = n.id GROUP BY n."nameFolded"`
  return new Map(
    rows.flatMap(({ name, ids: [id, ...more] }) => (id && more.length === 0 ? [[name, id]] : [])),
  )
}

/** The index of the first place that starts at an offset or after it, by binary search. */
function firstFrom(places: readonly Span[], offset: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
