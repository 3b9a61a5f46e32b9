import fc from 'fast-check'
import { beforeAll, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { openDesk, type Step } from '../../test/oracles/desk.js'
import { historyOf } from '../../test/oracles/desk-history.js'
import * as rules from '../../test/oracles/desk-rules.js'
import { ACTS } from '../../test/oracles/desk-steps.js'
import { empty } from '../../test/worlds/stories.js'

/** `DESK_SEED=7 DESK_RUNS=50 npm test -- desk` tries other and more steps. */
const { DESK_SEED = '20261124', DESK_RUNS } = process.env
/** How many lists of steps are tried. The embedded database is slower, so by default it gets only the first one. */
const RUNS = { embedded: 1, postgres: 2 }
const STEPS = 40
/** The number of steps between two checks of the lists that readers see. */
const STEPS_BETWEEN_LISTS = 8

const does = fc.constantFrom(...Object.entries(ACTS).flatMap(([name, [weight]]) => Array(weight).fill(name)))
const [number, seldom] = [fc.nat(255), fc.nat(7).map((n) => n === 7)]
const step = {
  does,
  on: number,
  other: number,
  pick: number,
  stale: seldom,
  again: seldom,
  editor: fc.nat(2),
}
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record(step), { minLength: STEPS, maxLength: STEPS })

describeServiceOnBoth(
  'a record',
  (service, database, kind) => {
    let key: string
    beforeAll(async () => {
      key = await service.key('editor')
    })

    async function work(all: Step[]): Promise<void> {
      await empty(database)
      const { prisma } = database
      const desk = await openDesk(database, service)
      const checkHistory = historyOf(prisma)
      let before = await desk.read()
      for (const [index, step] of all.entries()) {
        const done = await ACTS[step.does]?.[1](desk.at(step, before), step)
        if (!done) continue
        const after = await desk.read()
        rules.checkAnswer(done)
        await checkHistory(done.mutation, before, after)
        if (done.undoes) rules.checkUndone(before, after)
        await rules.checkPlaces(prisma, after)
        if (/Ingest|Reextract/.test(done.mutation)) rules.checkDecisions(before, after)
        if (index % STEPS_BETWEEN_LISTS === 0 || index === all.length - 1) {
          await rules.checkRedirects(service, after, key)
          await rules.checkLists(service, after, key)
        }
        before = after
      }
    }

    it('stays consistent, whatever its editors do', async () => {
      // A failure prints the seed and the shortest list of steps that fails; shrinking stops after a minute.
      const limits = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false }
      await fc.assert(fc.asyncProperty(steps, work), {
        seed: Number(DESK_SEED),
        numRuns: Number(DESK_RUNS ?? RUNS[kind]),
        ...limits,
      })
    })
  },
  { publicProposals: false },
)
