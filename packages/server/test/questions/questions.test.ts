import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { openTestDatabase } from '../harness/databases.js'
import { createService, ingestSamples, type Service } from '../harness/service.js'
import { createEditor } from '../worlds/editor.js'
import { supplySampleFacts } from './sample-facts.js'
import { sampleQuestions } from './sample-questions.js'
import { readSeed, supplySeedFacts } from './seed-facts.js'
import { seedQuestions } from './seed-questions.js'
import { askAll } from './twenty-questions.js'

const seed = readSeed()

describe('the twenty questions', () => {
  let database: Database
  let service: Service
  beforeEach(async () => {
    database = await openTestDatabase('postgres')
    service = createService(database)
  })
  afterEach(() => database?.close())

  /** Prints each question with its answer, and checks that there are twenty and that editors changed enough for the sync. */
  async function check(of: string, ask: (since: string) => Promise<string[]>, changed: Set<string>) {
    const lines = await ask(new Date().toISOString())
    console.info([`${of}:`, ...lines].join('\n'))
    expect(lines).toHaveLength(20)
    expect(changed.size).toBeGreaterThan(10)
  }

  it('are answered by the sample articles and what an editor adds', async () => {
    await ingestSamples(database)
    const editor = createEditor(service)
    await check(
      'the sample articles',
      async (since) => {
        const facts = await supplySampleFacts(service, editor)
        return askAll(service, sampleQuestions(facts, since, editor.changed))
      },
      editor.changed,
    )
  })

  it.skipIf(!seed)(
    'are answered by the seed article and what an editor adds (skipped where ../shared is absent)',
    async () => {
      const editor = createEditor(service)
      await check(
        'the seed article',
        async (since) => {
          const facts = await supplySeedFacts(service, editor, seed ?? '')
          return askAll(service, seedQuestions(facts, seed ?? '', since, editor.changed))
        },
        editor.changed,
      )
    },
  )
})
