import type { Extraction, Span } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { fold } from '../../text/fold.js'

/** The places of a text that name a speaker on record. */
export interface Mentions {
  /** UUIDs of the speakers that a span of the text names. */
  within(span: Span): string[]
}

/**
 * The fewest and the most words of a name. One word says too little across articles, and hardly any full name of a person
 * or an organisation has more than six words.
 */
const [LEAST_WORDS, MOST_WORDS] = [2, 6]
/** Most names that are looked up in one text: more than a book has, fewer than a long text in capitals. */
const MOST_NAMES = 20_000
/** A run of capitalised words, with at most two short lower-case words between two of them: "Bank of the North". */
const CAPITALS =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}'’-]*(?:\s{1,3}(?:\p{Ll}{1,4}\s{1,3}){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’-]*)+/gu

/**
 * Finds where the statements of a text name the text's own speakers, or other speakers on record. Another speaker counts
 * only when the text has the full name or an alias in capitals, and nobody else has that name. Takes one SQL statement.
 *
 * @param speakerIds UUIDs of the text's own speakers, by their names in the extraction.
 */
export async function findMentions(
  tx: Transaction,
  content: string,
  { speakers, statements }: Pick<Extraction, 'speakers' | 'statements'>,
  speakerIds: ReadonlyMap<string, string>,
): Promise<Mentions> {
  const places: (Span & { id: string })[] = []
  for (const { name, mentions } of speakers) {
    const id = speakerIds.get(name)
    if (id !== undefined) places.push(...mentions.map(({ start, end }) => ({ start, end, id })))
  }
  const segments = statements.flatMap((statement) => statement.segments)
  const names = namesIn(content, segments)
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

/** Everything in some spans of a text that may be a name: folded, without the ’s of a genitive, with its place. */
function namesIn(content: string, spans: readonly Span[]): (Span & { name: string })[] {
  const names: (Span & { name: string })[] = []
  for (const span of spans) {
    for (const { index, 0: run } of content.slice(span.start, span.end).matchAll(CAPITALS)) {
      const words = [...run.matchAll(/\S+/g)]
      for (const [from, first] of words.entries()) {
        for (const last of words.slice(from + LEAST_WORDS - 1, from + MOST_WORDS)) {
          if (names.length === MOST_NAMES) return names
          const name = run.slice(first.index, last.index + last[0].length).replace(/['’]s?$/, '')
          const start = span.start + index + first.index
          names.push({ start, end: start + name.length, name: fold(name) })
        }
      }
    }
  }
  return names
}

/** UUIDs of speakers by name, for the names that exactly one speaker has. */
async function findSpeakers(tx: Transaction, names: readonly string[]): Promise<Map<string, string>> {
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
