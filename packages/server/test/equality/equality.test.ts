import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeOnBoth } from '../harness/databases.js'
import { type Asker, askingOf, makeAskers, readRankings } from './callers.js'
import { answerDifference } from './compare.js'
import { FIXED_OPERATIONS } from './fixed-operations.js'
import { askable, asked } from './operations/coverage.js'
import { makeOperation, type Operation } from './operations/operation.js'
import { Pool } from './operations/pool.js'
import type { Asking } from './reference/asking.js'
import { executePlainly, schema } from './reference/reference.js'
import { Store } from './reference/store.js'
import { makeRichWorld } from './world/rich-world.js'

/** `EQUALITY_SEED=7 EQUALITY_RUNS=20000 npm test -- equality` asks other and more operations. */
const { EQUALITY_SEED = '20261129', EQUALITY_RUNS } = process.env
/** How many operations are asked. The embedded database is slower. */
const RUNS = { embedded: 1_000, postgres: 4_000 }
/** Most choices that an operation is made by. */
const LONGEST = 240
/** Milliseconds for which a smaller operation that fails, too, is looked for. */
const LONGEST_SHRINKING = 30_000
/** How many operations are asked at once, as several callers do. */
const AT_ONCE = 5
/** So many operations ask for everything. */
const ENOUGH = 4_000

const choices = fc.array(fc.nat(1_000_000), { maxLength: LONGEST, size: 'max' })

describeOnBoth('the answer to any operation', (database, kind) => {
  let askers: { asker: Asker; asking: Asking }[]
  let pool: Pool
  let failedAt: number | null = null
  const missing = askable(schema)

  beforeAll(async () => {
    await makeRichWorld(database)
    const all = await makeAskers(database)
    // Read after all keys are made, which stand in a table, too.
    const store = await Store.read(database)
    const rankings = await readRankings(all.at(-1) as Asker)
    askers = all.map((asker) => ({ asker, asking: askingOf(asker, store, rankings) }))
    pool = new Pool(store, rankings)
  })

  async function compare(who: number, { query, variables }: Operation): Promise<void> {
    const { asker, asking } = askers[who] as (typeof askers)[number]
    const { name, sight } = asker.caller
    const told = `asked by ${name}, who sees ${sight}:\n${query}\n${JSON.stringify(variables)}`
    const [is, must] = await Promise.all([
      asker.service.request(query, variables, asker.key),
      executePlainly({ query, variables }, asking),
    ])
    const difference = answerDifference(is, must)
    if (!difference) return
    failedAt ??= Date.now()
    const errors = JSON.stringify({ is: is.errors, must: must.errors })
    throw new Error(`${difference}\n${told}\n${errors}`)
  }

  it('is that of the reference for fixed operations', async () => {
    for (const query of FIXED_OPERATIONS) {
      for (const who of askers.keys()) await compare(who, { query, variables: {} })
    }
  })

  it('is that of the reference, which reads one field at a time', async () => {
    const runs = Number(EQUALITY_RUNS ?? RUNS[kind])
    const one = fc.record({ who: fc.nat(askers.length - 1), numbers: choices })
    const several = fc.array(one, { minLength: AT_ONCE, maxLength: AT_ONCE })
    const equal = fc.asyncProperty(several, async (all) => {
      if (failedAt !== null && Date.now() - failedAt > LONGEST_SHRINKING) return
      const comparing = all.map(({ who, numbers }) => {
        const operation = makeOperation(numbers, pool, askers[who]?.asker.caller.sight === 'EVERYTHING')
        if (missing.size > 0) for (const name of asked(schema, operation.query)) missing.delete(name)
        return compare(who, operation)
      })
      await Promise.all(comparing)
    })
    // A failure prints the seed, and the operation that is left when all that it does not need is taken away.
    await fc.assert(equal, { seed: Number(EQUALITY_SEED), numRuns: Math.ceil(runs / AT_ONCE) })
    if (runs >= ENOUGH) expect([...missing]).toEqual([])
  }, 3_600_000)
})
