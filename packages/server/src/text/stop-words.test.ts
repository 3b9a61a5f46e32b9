import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import type { Database } from '../database/database.js'
import { sql } from '../database/sql.js'
import { hasOnlyStopWords } from './stop-words.js'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase('embedded')
})
afterAll(() => database.close())

/** The given words that PostgreSQL's English search leaves out. */
async function leftOut(words: readonly string[]): Promise<string[]> {
  const rows = await database.prisma.$queryRaw<{ word: string }[]>(
    sql`SELECT word FROM unnest(${[...words]}::text[]) word WHERE numnode(web_query('english', word)) = 0`,
  )
  return rows.map(({ word }) => word)
}

it('has exactly the words that PostgreSQL leaves out', async () => {
  // All words of one to three letters, and the longer ones of English grammar.
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const short = letters.flatMap((a) => [
    a,
    ...letters.flatMap((b) => [a + b, ...letters.map((c) => a + b + c)]),
  ])
  const long =
    `about above after again against also before being below between both could doing down during each even
    ever every from further have having here herself himself into itself just like many might more most much must myself
    never once only other others ourselves ours over same shall should since some still such than that their theirs them
    themselves then there these they this those though through under until upon very were what when where which while
    whom whose will with within without would your yours yourself yourselves thé`.split(/\s+/)
  const words = [...short, ...long]
  expect(words.filter((word) => hasOnlyStopWords(word)).toSorted()).toEqual((await leftOut(words)).toSorted())
})
