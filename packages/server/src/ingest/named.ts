import type { Extraction, Span } from '@onrecord/extract'
import type { Transaction } from '../database/database.js'
import { fold } from '../database/fold.js'

/** The places of a text where somebody on record is named. */
export interface Named {
  /** Who is named inside a span, by UUID. */
  within(span: Span): string[]
}

/** Full names of people and organisations have at least this many words; one word says too little across articles. */
const LEAST_WORDS = 2

/**
 * Where a text names its own speakers, and those on record whose full name or alias, and nobody else's, it has. One SQL
 * statement.
 *
 * @param speakerIds of the text's own speakers, by their names in the extraction.
 */
export async function findNamed(
  tx: Transaction,
  { speakers, topics }: Pick<Extraction, 'speakers' | 'topics'>,
  speakerIds: ReadonlyMap<string, string>,
): Promise<Named> {
  const places: (Span & { id: string })[] = []
  const add = (id: string | undefined, mentions: readonly Span[]) => {
    if (id !== undefined) places.push(...mentions.map(({ start, end }) => ({ start, end, id })))
  }
  for (const { name, mentions } of speakers) add(speakerIds.get(name), mentions)
  const others = topics.filter(({ name, basis }) => basis === 'NAME' && !speakerIds.has(name) && isFull(name))
  const known = await onRecord(
    tx,
    others.map(({ name }) => fold(name)),
  )
  for (const { name, mentions } of others) add(known.get(fold(name)), mentions)
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

const isFull = (name: string) => fold(name).split(' ').length >= LEAST_WORDS

/** Speakers by those of the names that exactly one has. */
async function onRecord(tx: Transaction, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ name: string; ids: string[] }[]>`
    SELECT n."nameFolded" AS name, array_agg(DISTINCT COALESCE(s."mergedIntoId", s.id)::text) AS ids FROM (
      SELECT id, "nameFolded" FROM "Speaker" WHERE "nameFolded" = ANY(${[...names]}::text[])
      UNION SELECT "speakerId", "nameFolded" FROM "Alias" WHERE "nameFolded" = ANY(${[...names]}::text[])
    ) n JOIN "Speaker" s ON s.id = n.id GROUP BY n."nameFolded"`
  return new Map(
    rows.flatMap(({ name, ids: [id, ...more] }) => (id && more.length === 0 ? [[name, id]] : [])),
  )
}

/** Index of the first place that starts at an offset or after it. */
function firstFrom(places: readonly Span[], offset: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
