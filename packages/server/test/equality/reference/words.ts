import type { Database } from '../../../src/database/database.js'

/** The searches that operations make. */
export const SEARCHES = [
  'ferry',
  'herring quay',
  '"at noon"',
  'sail or treaty',
  'boats -weather',
  'Fahrpreise',
  'quai',
  'mara',
  'board or fishing or lindt',
]

/** Searches that have nothing to look for. */
export const EMPTY_SEARCHES = ['the', ' … ']

/** The ids of rows that have the words of a search, by table and search. */
export type TextMatches = ReadonlyMap<string, ReadonlySet<string>>

type Prisma = Database['prisma']

/** The columns that searches look at: `config` reads the search, by the language of the row. */
const SEARCHED = [
  ...['Statement', 'ArticleText', 'Article'].map((table) => ({
    ...{ table, id: 'id', vector: '"searchVector"', config: 'search_configuration(language)' },
  })),
  ...Object.entries({ Speaker: 'id', Topic: 'id', Alias: 'speakerId', TopicAlias: 'topicId' }).map(
    ([table, id]) => ({
      ...{ table, id, vector: 'name_vector("nameFolded")', config: `'simple'::regconfig` },
    }),
  ),
]

/** Asks PostgreSQL, row by row, which rows each search matches. */
export async function readTextMatches(prisma: Prisma): Promise<TextMatches> {
  const matches = new Map<string, ReadonlySet<string>>()
  for (const { table, id, vector, config } of SEARCHED) {
    for (const search of SEARCHES) {
      const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(
        `SELECT "${id}"::text AS id FROM "${table}" WHERE ${vector} @@ web_query(${config}, $1)`,
        search,
      )
      matches.set(`${table} ${search}`, new Set(rows.map((row) => row.id)))
    }
  }
  return matches
}

/** Asks PostgreSQL how alike the names of speakers are, by their trigrams. */
export async function readNameLikeness(prisma: Prisma): Promise<(one: string, other: string) => number> {
  const rows = await prisma.$queryRawUnsafe<{ one: string; other: string; likeness: number }[]>(`
    WITH n AS (SELECT "nameFolded" AS name FROM "Speaker" UNION SELECT "nameFolded" FROM "Alias")
    SELECT a.name AS one, b.name AS other, similarity(a.name, b.name) AS likeness FROM n a, n b`)
  const likeness = new Map(rows.map((row) => [`${row.one}\n${row.other}`, row.likeness]))
  return (one, other) => likeness.get(`${one}\n${other}`) ?? 0
}
