import { LRUCache } from 'lru-cache'
import { join, type Sql, sql } from '../../database/sql.js'
import {
  type Highlight,
  type HighlightField,
  highlight,
  mayHaveLexeme,
  type Word,
  wordsOf,
} from '../../text/highlight.js'
import { indicesOfTerms } from '../../text/search-terms.js'
import type { Reading } from '../viewer.js'
import type { SearchType } from './matches.js'
import type { SearchHit } from './search-hits.js'
import type { SearchWords } from './search-query.js'

/** How many characters of an article are read first to find the words. */
const FIRST_PART = 50_000
/** How many more characters are read when the first part has none of the words. */
const SECOND_PART = 1_000_000

/** A text of a hit: its id, the field, the text, its language and PostgreSQL's text search configuration for it. */
export type FieldText = readonly [
  id: string,
  field: HighlightField,
  text: string,
  language: string | null,
  configuration: string,
]

const NO_LANGUAGE = sql`'und' AS language`

/** SQL of a part of the articles' texts: `length` characters from the character number `from`, counted from 1. */
function piece(from: number, length: number): Sql {
  return sql`SELECT t.id, 'TEXT' AS field, substr(x."searchText", ${from}::int, ${length}::int) AS text, x.language
    FROM "Article" t JOIN h USING (id) JOIN "ArticleText" x ON x.id = t."currentTextId"`
}

/** SQL of the texts that a hit of each type may highlight, for the rows whose ids are in `h`. */
const TEXTS: Record<SearchType, Sql[]> = {
  STATEMENT: [sql`SELECT t.id, 'TEXT' AS field, t.text, t.language FROM "Statement" t JOIN h USING (id)`],
  ARTICLE: [
    sql`SELECT t.id, 'TITLE' AS field, t.title AS text, t.language FROM "Article" t JOIN h USING (id)`,
    piece(1, FIRST_PART),
  ],
  SPEAKER: [
    sql`SELECT t.id, 'NAME' AS field, t.name AS text, ${NO_LANGUAGE} FROM "Speaker" t JOIN h USING (id)`,
    sql`SELECT h.id, 'ALIASES' AS field, a.name AS text, ${NO_LANGUAGE} FROM "Alias" a JOIN h ON h.id = a."speakerId"`,
  ],
  TOPIC: [
    sql`SELECT t.id, 'NAME' AS field, t.name AS text, ${NO_LANGUAGE} FROM "Topic" t JOIN h USING (id)`,
    sql`SELECT h.id, 'ALIASES' AS field, a.name AS text, ${NO_LANGUAGE} FROM "TopicAlias" a JOIN h ON h.id = a."topicId"`,
  ],
}

/**
 * SQL of the texts of hits, as one JSON value: an array of {@link FieldText}.
 *
 * @param hits SQL of the ids of the hits, as the column `id`.
 */
export const textsSql = (hits: Sql, types: readonly SearchType[]): Sql =>
  sourcesSql(
    hits,
    types.flatMap((type) => TEXTS[type]),
  )

const sourcesSql = (hits: Sql, sources: readonly Sql[]): Sql => sql`
  (WITH h AS MATERIALIZED (${hits})
    SELECT json_agg(json_build_array(id, field, text, language, search_configuration(language)::text) ORDER BY id, field DESC)
    FROM (${join([...sources], ' UNION ALL ')}) f)`

/**
 * Finds the highlights of each hit, by its id. Words that were not stemmed lately take a SQL statement; two more are
 * needed when the first part of an article has none of the words.
 *
 * @param texts what {@link textsSql} gave.
 */
export async function readHighlights(
  { prisma }: Reading,
  hits: readonly SearchHit[],
  texts: readonly FieldText[],
  words: SearchWords,
): Promise<Map<string, Highlight[]>> {
  const first = await highlightsIn(prisma, texts, words)
  const withoutHighlight = hits.filter(
    ({ id, type }) => type === 'ARTICLE' && !first.some((text) => text.id === id && text.shown),
  )
  const later = withoutHighlight.length === 0 ? [] : await readLater(prisma, withoutHighlight)
  const all = [...first, ...(await highlightsIn(prisma, later, words))]
  const highlights = [...Map.groupBy(all, ({ id }) => id)].map(([id, texts]) => {
    // We split a text into words slightly differently than PostgreSQL does, and so may miss a phrase that it found.
    // Then the single words of the phrase are highlighted.
    const isFound = texts.some(({ shown }) => shown)
    return [id, texts.flatMap(({ shown, loosely }) => (isFound ? shown : loosely) ?? [])] as const
  })
  return new Map(highlights)
}

/** Reads the second parts of articles. */
async function readLater(prisma: Reading['prisma'], hits: readonly SearchHit[]): Promise<FieldText[]> {
  const ids = sql`SELECT unnest(${hits.map(({ id }) => id)}::uuid[]) AS id`
  const [row] = await prisma.$queryRaw<{ texts: FieldText[] | null }[]>(
    sql`SELECT ${sourcesSql(ids, [piece(FIRST_PART + 1, SECOND_PART)])} AS texts`,
  )
  return row?.texts ?? []
}

/**
 * Highlights texts twice: `shown` marks words and whole phrases of the search, `loosely` marks every word of the search,
 * also outside of its phrase.
 */
async function highlightsIn(prisma: Reading['prisma'], fields: readonly FieldText[], words: SearchWords) {
  const texts = fields.map(([id, field, text, , configuration]) => {
    return { id, field, text, configuration, words: wordsOf(text) }
  })
  const stems = await readStems(prisma, texts, words)
  return texts.map(({ id, field, text, configuration, words: own }) => {
    const lexemes = own.map(({ word }) => stems.get(`${configuration} ${word}`))
    const places = indicesOfTerms(words.get(configuration) ?? [], lexemes)
    return {
      id,
      shown: highlight(
        field,
        text,
        own.filter((_, index) => places.has(index)),
      ),
      loosely: highlight(
        field,
        text,
        own.filter((_, index) => lexemes[index]),
      ),
    }
  })
}

/**
 * Stems those words of the texts that look like a word of the search, and keeps those that are one.
 *
 * @returns the stems by configuration and word: "english treaties" has "treati".
 */
async function readStems(
  prisma: Reading['prisma'],
  texts: readonly { configuration: string; words: readonly Word[] }[],
  words: SearchWords,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const wanted = new Map(
    [...words].map(([configuration, terms]) => [
      configuration,
      new Set(terms.flatMap((term) => term.map(({ lexeme }) => lexeme))),
    ]),
  )
  const alike = new Map<string, { configuration: string; word: string }>()
  for (const { configuration, words: own } of texts) {
    const lexemes = wanted.get(configuration) ?? []
    for (const { word } of own) {
      const key = `${configuration} ${word}`
      if (!alike.has(key) && mayHaveLexeme(word, lexemes)) alike.set(key, { configuration, word })
    }
  }
  const stems = await stemsOf(prisma, alike)
  return new Map(
    [...alike].flatMap(([key, { configuration }]) => {
      const lexemes = stems.get(key) ?? []
      return lexemes.some((lexeme) => wanted.get(configuration)?.has(lexeme)) ? [[key, new Set(lexemes)]] : []
    }),
  )
}

/** The stems of words that were looked up lately, by configuration and word. They never change. */
const lately = new LRUCache<string, readonly string[]>({
  maxSize: 2_000_000,
  sizeCalculation: (lexemes, key) => key.length + lexemes.join().length + 1,
})

/** The stems of words, by their keys; those that were not looked up lately take one SQL statement. */
async function stemsOf(
  prisma: Reading['prisma'],
  asked: ReadonlyMap<string, { configuration: string; word: string }>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stems = new Map<string, readonly string[]>()
  const unknown: { configuration: string; word: string }[] = []
  for (const [key, word] of asked) {
    const known = lately.get(key)
    if (known) stems.set(key, known)
    else unknown.push(word)
  }
  if (unknown.length === 0) return stems
  const [configurations, words] = [unknown.map((one) => one.configuration), unknown.map(({ word }) => word)]
  const rows = await prisma.$queryRaw<{ key: string; lexemes: string[] }[]>(sql`
    SELECT w.configuration || ' ' || w.word AS key,
      tsvector_to_array(search_vector(w.configuration::regconfig, w.word)) AS lexemes
    FROM unnest(${configurations}::text[], ${words}::text[]) AS w(configuration, word)`)
  for (const { key, lexemes } of rows) {
    stems.set(key, lexemes)
    lately.set(key, lexemes)
  }
  return stems
}
