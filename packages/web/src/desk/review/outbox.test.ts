import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@onrecord/sdk'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { Outbox, type Outcome } from './outbox.js'

interface Asked {
  id: string
  expectedVersion: number
}

/** A service that keeps versions, and answers the same write twice with the same answer. What becomes of a request is given. */
class Service {
  readonly versions = new Map<string, number>()
  readonly answers = new Map<string, { input: string; answer: object }>()
  /** For each request in turn: whether it arrives, and whether its answer does. Afterwards, all goes well. */
  fates: ('well' | 'lost' | 'unanswered')[] = []
  /** Statements whose writes are refused. */
  refuses = new Set<string>()
  #address = Promise.withResolvers<string>()
  readonly server = createServer(async (request, response) => {
    const fate = this.fates.shift() ?? 'well'
    const body = await textOf(request)
    if (fate === 'lost') return request.socket.destroy()
    const data = this.#run(JSON.parse(body))
    if (fate === 'unanswered') return request.socket.destroy()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ data }))
  }).listen(0, '127.0.0.1', () => {
    this.#address.resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`)
  })

  readonly url = this.#address.promise

  #run({
    variables,
  }: {
    variables: Record<string, { idempotencyKey: string; decisions?: Asked[] } & Asked>
  }) {
    const [input] = Object.values(variables)
    if (!input) throw new Error('a write has one input')
    const { idempotencyKey: key, decisions } = input
    const known = this.answers.get(key)
    const field = decisions ? 'statementsReview' : 'statementReview'
    if (known) {
      // The real service refuses another input under the same key.
      expect(JSON.stringify(input)).toBe(known.input)
      return { [field]: known.answer }
    }
    const answer = decisions
      ? { __typename: 'StatementsReviewSuccess', results: decisions.map((one) => this.#write(one)) }
      : this.#write(input)
    this.answers.set(key, { input: JSON.stringify(input), answer })
    return { [field]: answer }
  }

  #write({ id, expectedVersion }: Asked) {
    const version = this.versions.get(id) ?? 1
    if (this.refuses.has(id)) return { __typename: 'ValidationError', message: 'it cannot be' }
    if (version !== expectedVersion) return { __typename: 'ConflictError', currentVersion: version }
    this.versions.set(id, version + 1)
    return { __typename: 'StatementSuccess', statement: { version: version + 1, reviewStatus: 'VERIFIED' } }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += piece
  return text
}

const service = new Service()
afterAll(() => {
  service.server.close()
})

const IDS = ['a', 'b', 'c', 'd']
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('one' as const), id: fc.constantFrom(...IDS) }) },
  fc.record({
    kind: fc.constant('several' as const),
    ids: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 2 }),
  }),
  fc.record({ kind: fc.constant('elsewhere' as const), id: fc.constantFrom(...IDS) }),
  fc.record({ kind: fc.constant('load again' as const) }),
  fc.record({ kind: fc.constant('wait' as const) }),
)
const fate = fc.constantFrom('well' as const, 'lost' as const, 'unanswered' as const)

it('does each decision once or says why not, whatever is lost on the way, and whoever else writes', async () => {
  const url = await service.url
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.array(fate, { maxLength: 8 }),
      fc.subarray(IDS, { maxLength: 1 }),
      async (steps, fates, refused) => {
        service.versions.clear()
        service.answers.clear()
        service.fates = [...fates]
        service.refuses = new Set(refused)
        const kept = new Map<string, string>()
        const keep = {
          getItem: (key: string) => kept.get(key) ?? null,
          setItem: (key: string, value: string) => void kept.set(key, value),
        }
        const outcomes: Outcome[] = []
        const made: { id: string; key: string }[] = []
        const seen = new Map<string, number>()
        let elsewhere = 0
        const open = () =>
          new Outbox({
            client: createClient({ url }),
            ...{ keep, owner: 'Mara', pause: 1 },
            onOutcome(outcome) {
              outcomes.push(outcome)
              if (outcome.kind === 'done') seen.set(outcome.id, outcome.version)
            },
          })
        const idle = async (outbox: Outbox) => {
          while (outbox.waiting.value.length > 0) {
            outbox.hurry()
            await new Promise((resolve) => setTimeout(resolve, 1))
          }
        }
        let outbox = open()
        for (const one of steps) {
          const decide = (id: string) => ({
            ...{ id, decision: 'VERIFY' as const, expectedVersion: seen.get(id) ?? 1 },
          })
          if (one.kind === 'one') {
            made.push({ id: one.id, key: outbox.add({ kind: 'review', input: decide(one.id) }) })
          } else if (one.kind === 'several') {
            const key = outbox.add({ kind: 'reviews', input: { decisions: one.ids.map(decide) } })
            made.push(...one.ids.map((id) => ({ id, key })))
          } else if (one.kind === 'elsewhere') {
            service.versions.set(one.id, (service.versions.get(one.id) ?? 1) + 1)
            elsewhere++
          } else {
            await idle(outbox)
            if (one.kind === 'load again') outbox = open()
          }
        }
        await idle(outbox)
        const of = ({ id, key }: { id: string; key: string }) =>
          outcomes.filter((outcome) => outcome.id === id && outcome.waiting.key === key)
        // No decision has two outcomes. One has none when it fell with the one before it about the same statement.
        for (const decision of made) {
          expect(of(decision).length).toBeLessThanOrEqual(1)
          if (of(decision).length > 0) continue
          const before = made.slice(0, made.indexOf(decision)).filter(({ id }) => id === decision.id)
          expect(before.flatMap(of).some(({ kind }) => kind !== 'done')).toBe(true)
        }
        const done = outcomes.filter(({ kind }) => kind === 'done').length
        const versions = [...service.versions.values()].reduce((sum, version) => sum + version - 1, 0)
        expect(versions).toBe(done + elsewhere)
        expect(kept.get('onrecord-outbox:Mara') ?? '[]').toBe('[]')
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

it('keeps what was taken back before it was sent from ever being sent, with all that belongs to it', async () => {
  const url = await service.url
  service.versions.clear()
  service.refuses.clear()
  const outbox = new Outbox({
    client: createClient({ url }),
    ...{ keep: { getItem: () => null, setItem() {} }, owner: 'Ben', pause: 1, onOutcome() {} },
  })
  const review = (id: string) => ({ id, decision: 'VERIFY' as const, expectedVersion: 1 })
  outbox.add({ kind: 'review', input: review('a') })
  const key = outbox.add({ kind: 'reviews', input: { decisions: ['b', 'c'].map(review) } })
  expect(outbox.takeBack(key)).toBe(true)
  expect(outbox.takeBack(key)).toBe(false)
  await expect.poll(() => outbox.waiting.value).toEqual([])
  expect([...service.versions]).toEqual([['a', 2]])
})
