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

/** Characters of an article in which words are looked for to show them, and further ones when there are none in these. */
const [LOOKED_THROUGH, FURTHER] = [50_000, 1_000_000]

interface FieldText {
  id: string
  field: HighlightField
  text: string
  language: string | null
  /** PostgreSQL's text search configuration of its language. */
  configuration: string
}

const NAME = sql`'und' AS language`

/** Characters of the articles' texts, from one on. */
function piece(from: number, length: number): Sql {
  return sql`SELECT t.id, 'TEXT' AS field, substr(x."searchText", ${from}::int, ${length}::int) AS text, x.language
    FROM "Article" t JOIN h USING (id) JOIN "ArticleText" x ON x.id = t."currentTextId"`
}

/** What a match may show, of the rows whose ids are in `h`. */
const TEXTS: Record<SearchType, Sql[]> = {
  STATEMENT: [sql`SELECT t.id, 'TEXT' AS field, t.text, t.language FROM "Statement" t JOIN h USING (id)`],
  ARTICLE: [
    sql`SELECT t.id, 'TITLE' AS field, t.title AS text, t.language FROM "Article" t JOIN h USING (id)`,
    piece(1, LOOKED_THROUGH),
  ],
  SPEAKER: [
    sql`SELECT t.id, 'NAME' AS field, t.name AS text, ${NAME} FROM "Speaker" t JOIN h USING (id)`,
    sql`SELECT h.id, 'ALIASES' AS field, a.name AS text, ${NAME} FROM "Alias" a JOIN h ON h.id = a."speakerId"`,
  ],
  TOPIC: [
    sql`SELECT t.id, 'NAME' AS field, t.name AS text, ${NAME} FROM "Topic" t JOIN h USING (id)`,
    sql`SELECT h.id, 'ALIASES' AS field, a.name AS text, ${NAME} FROM "TopicAlias" a JOIN h ON h.id = a."topicId"`,
  ],
}

/**
 * What was found in each hit, by its id: two SQL statements for all of them, one for the texts and one for what the
 * words in them that look alike are stemmed to; two more when words stand only far down in a long article.
 */
export async function readHighlights(
  { prisma }: Reading,
  hits: readonly SearchHit[],
  words: SearchWords,
): Promise<Map<string, Highlight[]>> {
  const read = (of: readonly SearchHit[], sources: readonly Sql[]) => readTexts(prisma, of, sources, words)
  const types = [...new Set(hits.map(({ type }) => type))]
  const near = await read(
    hits,
    types.flatMap((type) => TEXTS[type]),
  )
  const bare = hits.filter(
    ({ id, type }) => type === 'ARTICLE' && !near.some((text) => text.id === id && text.shown),
  )
  const all = [...near, ...(await read(bare, [piece(LOOKED_THROUGH + 1, FURTHER)]))]
  const highlights = [...Map.groupBy(all, ({ id }) => id)].map(([id, texts]) => {
    // Where our words are not PostgreSQL's a phrase may not be seen: then its words are shown.
    const seen = texts.some(({ shown }) => shown)
    return [id, texts.flatMap(({ shown, loosely }) => (seen ? shown : loosely) ?? [])] as const
  })
  return new Map(highlights)
}

/** The texts of some hits with what was found in them: words and whole phrases, or the words of either. */
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

/** What the words in the texts that are looked for are stemmed to: "english treaties" to "treati". */
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
