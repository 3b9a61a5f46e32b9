import type { Context } from '../schema/context.js'
import { join, type Sql, sql } from '../schema/filter.js'
import { type Highlight, highlight, mayBe, wordsOf } from './highlight.js'
import type { SearchHit, SearchType } from './search-hits.js'
import type { SearchWords } from './search-query.js'

/** Characters of an article in which words are looked for to show them. */
const LOOKED_THROUGH = 50_000

interface FieldText {
  id: string
  field: string
  text: string
  language: string | null
  /** PostgreSQL's text search configuration of its language. */
  configuration: string
}

const NAME = sql`'und' AS language`

/** What a match may show, of the rows whose ids are in `h`. */
const TEXTS: Record<SearchType, Sql[]> = {
  STATEMENT: [sql`SELECT t.id, 'text' AS field, t.text, t.language FROM "Statement" t JOIN h USING (id)`],
  ARTICLE: [
    sql`SELECT t.id, 'title' AS field, t.title AS text, t.language FROM "Article" t JOIN h USING (id)`,
    sql`SELECT t.id, 'text' AS field, left(x."searchText", ${LOOKED_THROUGH}) AS text, x.language
      FROM "Article" t JOIN h USING (id) JOIN "ArticleText" x ON x.id = t."currentTextId"`,
  ],
  SPEAKER: [
    sql`SELECT t.id, 'name' AS field, t.name AS text, ${NAME} FROM "Speaker" t JOIN h USING (id)`,
    sql`SELECT h.id, 'aliases' AS field, a.name AS text, ${NAME} FROM "Alias" a JOIN h ON h.id = a."speakerId"`,
  ],
  TOPIC: [
    sql`SELECT t.id, 'name' AS field, t.name AS text, ${NAME} FROM "Topic" t JOIN h USING (id)`,
    sql`SELECT h.id, 'aliases' AS field, a.name AS text, ${NAME} FROM "TopicAlias" a JOIN h ON h.id = a."topicId"`,
  ],
}

/**
 * What was found in each hit, by its id: two SQL statements for all of them, one for the texts and one for what the
 * words in them that look alike are stemmed to.
 */
export async function readHighlights(
  { prisma }: Context,
  hits: readonly SearchHit[],
  words: SearchWords,
): Promise<Map<string, Highlight[]>> {
  if (hits.length === 0) return new Map()
  const types = [...new Set(hits.map(({ type }) => type))]
  const texts = await prisma.$queryRaw<FieldText[]>(sql`
    WITH h AS (SELECT unnest(${hits.map(({ id }) => id)}::uuid[]) AS id)
    SELECT id::text, field, text, language, search_configuration(language)::text AS configuration
    FROM (${join(
      types.flatMap((type) => TEXTS[type]),
      ' UNION ALL ',
    )}) f ORDER BY id, field DESC`)
  const found = await readFound(prisma, texts, words)
  const highlights = texts.flatMap(({ id, field, text, configuration }) => {
    const shown = highlight(field, text, (word) => found.has(`${configuration} ${word}`))
    return shown ? [{ id, shown }] : []
  })
  const byHit = Map.groupBy(highlights, ({ id }) => id)
  return new Map([...byHit].map(([id, all]) => [id, all.map(({ shown }) => shown)]))
}

/** The words in the texts that are looked for: "english treaties" is one when "treati" is a lexeme of the search. */
async function readFound(
  prisma: Context['prisma'],
  texts: readonly FieldText[],
  words: SearchWords,
): Promise<ReadonlySet<string>> {
  const alike = new Map<string, { configuration: string; word: string }>()
  for (const { text, configuration } of texts) {
    const lexemes = words.get(configuration) ?? []
    for (const { word } of wordsOf(text)) {
      const key = `${configuration} ${word}`
      if (!alike.has(key) && mayBe(word, lexemes)) alike.set(key, { configuration, word })
    }
  }
  const asked = [...alike.values()]
  if (asked.length === 0) return new Set()
  const stemmed = await prisma.$queryRaw<{ key: string; configuration: string; lexemes: string[] }[]>(sql`
    SELECT w.configuration || ' ' || w.word AS key, w.configuration,
      tsvector_to_array(search_vector(w.configuration::regconfig, w.word)) AS lexemes
    FROM unnest(${asked.map(({ configuration }) => configuration)}::text[], ${asked.map(({ word }) => word)}::text[])
      AS w(configuration, word)`)
  return new Set(
    stemmed
      .filter(({ configuration, lexemes }) => lexemes.some((lexeme) => words.get(configuration)?.has(lexeme)))
      .map(({ key }) => key),
  )
}
