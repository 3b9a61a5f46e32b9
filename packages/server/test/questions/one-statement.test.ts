import { plannerOf } from '@onrecord/pothos-read-plan'
import { beforeAll, expect, it, vi } from 'vitest'
import { readyOperations } from '../../../../tools/ready-operations.mjs'
import { newId } from '../../src/database/id.js'
import { schema } from '../../src/graphql/service-schema.js'
import { encodeGlobalId } from '../../src/record/global-id.js'
import type { NounName } from '../../src/record/nouns.js'
import { describeServiceOnBoth } from '../harness/databases.js'
import { fieldsWithStatements, selectedOf } from '../harness/own-statements.js'
import { ingestSamples } from '../harness/service.js'

interface Figures {
  name: string
  /** How many SQL statements it takes. */
  statements: number
  /** Whether the answer is written straight from the rows. */
  asText: boolean
  /** The fields with code of their own that it selects. */
  own: string[]
}

/** Adds an id that nothing has to each list, for nouns of which the sample articles have none. */
const withNobody = (lists: Record<string, { nodes: { id?: string }[] }>) =>
  Object.fromEntries(
    Object.entries(lists).map(([noun, { nodes }]) => {
      const type = `${noun[0]?.toUpperCase()}${noun.slice(1)}` as NounName
      return [noun, { nodes: [...nodes, { id: encodeGlobalId(type, newId()) }] }]
    }),
  )

describeServiceOnBoth('the ready queries and the operations of the SDK', (service, database) => {
  const fields = fieldsWithStatements()
  const all: Figures[] = []
  beforeAll(async () => {
    await ingestSamples(database)
    const text = vi.spyOn(plannerOf(schema), 'text')
    const operations = await readyOperations(async (query) => withNobody(await service.data(query)))
    for (const { name, query, variables } of operations) {
      // The first time, a search may look up stems of words, which are then known.
      await service.data(query, variables)
      text.mockClear()
      const statements = await service.sqlOf(() => service.data(query, variables))
      const answer = await text.mock.results[0]?.value
      const own = selectedOf(schema, query, fields)
      all.push({ name, own, statements: statements.length, asText: (answer ?? null) !== null })
    }
    text.mockRestore()
  })

  it('take one statement each, and are written as text, unless a field has code of its own', () => {
    const planned = all.filter(({ own }) => own.length === 0)
    expect(planned.length).toBeGreaterThan(30)
    expect(planned.filter(({ statements, asText }) => statements !== 1 || !asText)).toEqual([])
  })

  it('take no more than these with such a field', () => {
    const others = all.filter(({ own }) => own.length > 0)
    expect(
      Object.fromEntries(others.map(({ name, statements, asText }) => [name, [statements, asText]])),
    ).toEqual({
      '06-is-this-quotation-in-the-archive': [3, false],
      '08-do-the-words-agree-with-another-report': [3, false],
      '11-which-joint-statements-are-there': [1, true],
      '14-full-text': [1, true],
      '19-who-changed-it': [1, false],
      quoteMatches: [3, false],
      searchResults: [1, true],
    })
  })
})
