import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../harness/databases.js'
import { ingestSamples } from '../harness/service.js'
import { RECORD_ANSWERS } from './record-answers.js'
import { SAID_ANSWERS } from './said-answers.js'

const folder = fileURLToPath(new URL('../../../../examples/queries/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'))
const EXPECTED = { ...SAID_ANSWERS, ...RECORD_ANSWERS }

describeServiceOnBoth('examples/queries', (service, database) => {
  beforeAll(async () => {
    await ingestSamples(database)
  })

  it('have an expected answer each, and are at least ten', () => {
    expect(files.map((name) => name.replace('.graphql', ''))).toEqual(Object.keys(EXPECTED))
    expect(files.length).toBeGreaterThanOrEqual(10)
  })

  it.each(Object.entries(EXPECTED))('answer %s', async (name, { sql, answer }) => {
    const query = readFileSync(`${folder}${name}.graphql`, 'utf8')
    // The first time, a search may look up stems of words, which are then known.
    await service.data(query)
    const statements = await service.sqlOf(async () => answer(await service.data(query)))
    expect(statements).toHaveLength(sql)
  })
})
