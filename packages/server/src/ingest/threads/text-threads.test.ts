import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractText } from '../extractor/extract-text.js'
import { ExtractorError } from '../extractor/extractor-error.js'
import { ruleExtractor } from '../extractor/rule-extractor.js'
import { parseContent } from '../sources/read-source.js'
import type { SourceContent } from '../sources/source-content.js'
import { SourceError } from '../sources/source-error.js'
import { receivedError, sentError } from './sent-error.js'
import { createTextThreads, type TextThreads } from './text-threads.js'

const PAGE: SourceContent = {
  content: `<html lang="en"><head><title>Ferry to sail</title><link rel="canonical" href="https://gazette.example/ferry">
    </head><body><article><h1>Ferry to sail</h1>${'<p>“We sail at noon 🎈,” said Mara Lindt, the harbour master.</p>'.repeat(9)}
    </article></body></html>`,
  name: 'ferry.html',
  format: 'HTML',
}

describe('threads', () => {
  let threads: TextThreads
  beforeAll(() => {
    threads = createTextThreads()
  })
  afterAll(() => threads.close())

  it('read and extract as this thread does', async () => {
    const source = await parseContent(PAGE)
    expect(await threads.parse(PAGE)).toEqual(source)
    const options = { title: source.title, language: 'en', publishedAt: '2026-05-01' }
    const here = await extractText(ruleExtractor, source.text, options)
    expect(here.statements.length).toBeGreaterThan(0)
    expect(await extractText(threads.extractor, source.text, options)).toEqual(here)
    expect(await extractText(threads.extractor, source.text, {})).toEqual(
      await extractText(ruleExtractor, source.text, {}),
    )
  })

  it('do many tasks, and give each its own result', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `“We sail at ${index},” said Mara Lindt.`)
    const extractions = await Promise.all(texts.map((text) => threads.extractor.extractText(text, {})))
    expect(
      extractions.map(({ statements: [one] }, index) => texts[index]?.slice(one?.start, one?.end)),
    ).toEqual(texts.map((_, index) => expect.stringContaining(`We sail at ${index}`)))
  })

  it.each([
    { content: '', name: 'empty.txt', format: 'TEXT' },
    { content: `a\0b`, name: 'odd\u0007name.txt', format: 'TEXT' },
    { content: '<html><body></body></html>', name: 'bare.html', format: 'HTML' },
    { content: '---\ntitle: [\n---\nWords.', name: 'matter.md', format: 'MARKDOWN' },
    { content: 'x'.repeat(5_000_001), name: 'long.txt', format: 'TEXT' },
  ] as const)('fail as this thread does: $name', async (content) => {
    const error = await parseContent(content).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SourceError)
    const { code, message, source } = error as SourceError
    const there = await threads.parse(content).catch((reason: unknown) => reason)
    expect(there).toBeInstanceOf(SourceError)
    expect(there).toMatchObject({ code, message, source })
  })

  it('fail work that is not done when they are closed, and take no more', async () => {
    const others = createTextThreads()
    const underWay = [1, 2, 3].map(() => others.parse(PAGE))
    const all = Promise.allSettled(underWay)
    await others.close()
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(others.parse(PAGE)).rejects.toThrow('the process is stopping')
  })
})

it('sends errors of extractors with their class, code and message', () => {
  const error = receivedError(structuredClone(sentError(new ExtractorError('FAILED', 'no words'))))
  expect(error).toBeInstanceOf(ExtractorError)
  expect(error).toMatchObject({ code: 'FAILED', message: 'no words' })
  const other = new TypeError('no such thing')
  expect(receivedError(structuredClone(sentError(other)))).toMatchObject({
    message: 'no such thing',
    stack: other.stack,
  })
})
