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
import type { SearchHit, SearchType } from './search-hits.js'
import type { SearchWords } from './search-query.js'

/** How many characters of an article are read first to find the words. */
const FIRST_PART = 50_000
/** How many more characters are read when the first part has none of the words. */
const SECOND_PART = 1_000_000

interface FieldText {
  id: string
  field: HighlightField
  text: string
  language: string | null
  /** PostgreSQL's text search configuration for its language. */
  configuration: string
}

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
 * Finds the highlights of each hit, by its id. Takes two SQL statements for all hits: one reads the texts, one stems
 * those of their words that look like a word of the search. Takes two more when the first part of an article has none
 * of the words.
 */
export async function readHighlights(
  { prisma }: Reading,
  hits: readonly SearchHit[],
  words: SearchWords,
): Promise<Map<string, Highlight[]>> {
  const read = (of: readonly SearchHit[], sources: readonly Sql[]) => readTexts(prisma, of, sources, words)
  const types = [...new Set(hits.map(({ type }) => type))]
  const first = await read(
    hits,
    types.flatMap((type) => TEXTS[type]),
  )
  const withoutHighlight = hits.filter(
    ({ id, type }) => type === 'ARTICLE' && !first.some((text) => text.id === id && text.shown),
  )
  const all = [...first, ...(await read(withoutHighlight, [piece(FIRST_PART + 1, SECOND_PART)]))]
  const highlights = [...Map.groupBy(all, ({ id }) => id)].map(([id, texts]) => {
    // We split a text into words slightly differently than PostgreSQL does, and so may miss a phrase that it found.
    // Then the single words of the phrase are highlighted.
    const isFound = texts.some(({ shown }) => shown)
    return [id, texts.flatMap(({ shown, loosely }) => (isFound ? shown : loosely) ?? [])] as const
  })
  return new Map(highlights)
}

/**
 * Reads the texts of some hits and highlights them twice: `shown` marks words and whole phrases of the search,
 * `loosely` marks every word of the search, also outside of its phrase.
 */
async function readTexts(
  prisma: Reading['prisma'],
  hits: readonly SearchHit[],
  sources: readonly Sql[],
  words: SearchWords,
) {
  if (hits.length === 0) return []
  const rows = await prisma.$queryRaw<FieldText[]>(sql`
    WITH h AS (SELECT unnest(${hits.map(({ id }) => id)}::uuid[]) AS id)
    SELECT id::text, field, text, language, search_configuration(language)::text AS configuration
    FROM (${join([...sources], ' UNION ALL ')}) f ORDER BY id, field DESC`)
  const texts = rows.map((row) => ({ ...row, words: wordsOf(row.text) }))
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
  const asked = [...alike.values()]
  if (asked.length === 0) return new Map()
  const stemmed = await prisma.$queryRaw<{ key: string; configuration: string; lexemes: string[] }[]>(sql`
    SELECT w.configuration || ' ' || w.word AS key, w.configuration,
      tsvector_to_array(search_vector(w.configuration::regconfig, w.word)) AS lexemes
    FROM unnest(${asked.map(({ configuration }) => configuration)}::text[], ${asked.map(({ word }) => word)}::text[])
      AS w(configuration, word)`)
  return new Map(
    stemmed
      .filter(({ configuration, lexemes }) =>
        lexemes.some((lexeme) => wanted.get(configuration)?.has(lexeme)),
      )
      .map(({ key, lexemes }) => [key, new Set(lexemes)]),
  )
}
