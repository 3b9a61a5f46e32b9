import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { openTestDatabase } from './databases.js'
import { createEditor } from './editor.js'
import { supplySampleFacts } from './sample-facts.js'
import { sampleQuestions } from './sample-questions.js'
import { createService, ingestSamples, type Service } from './service.js'
import { askAll } from './twenty-questions.js'

describe('the twenty questions', () => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    service = createService(database)
  })
  afterAll(() => database?.close())

  it('are answered by the sample articles and what an editor adds', async () => {
    await ingestSamples(database)
    const editor = createEditor(service)
    const since = new Date().toISOString()
    const facts = await supplySampleFacts(service, editor)
    const lines = await askAll(service, sampleQuestions(facts, since, editor.changed))
    console.info(['the sample articles:', ...lines].join('\n'))
    expect(lines).toHaveLength(20)
    expect(editor.changed.size).toBeGreaterThan(15)
  }, 120_000)
})
