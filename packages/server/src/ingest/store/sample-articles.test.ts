import { readFileSync } from 'node:fs'
import { type Extraction, extract } from '@onrecord/extract'
import { beforeAll, describe, expect, it } from 'vitest'
import { samplesFolder } from '../../../test/harness/service.js'
import { figuresOf, type Gold, score, total } from '../../../test/oracles/score.js'
import { expandInputs } from '../sources/expand-inputs.js'
import { readSource } from '../sources/read-source.js'
import { extractionOptions } from './extraction-options.js'

interface Sample {
  text: string
  extraction: Extraction
  gold: Gold
}

async function readSamples(): Promise<Sample[]> {
  const { inputs } = await expandInputs([samplesFolder])
  return Promise.all(
    inputs.map(async (input) => {
      const source = await readSource(input)
      const gold = JSON.parse(readFileSync(input.replace(/\.md$/, '.gold.json'), 'utf8')) as Gold
      return { text: source.text, extraction: extract(source.text, extractionOptions(source)), gold }
    }),
  )
}

/** Lines that the pages of the samples have around their articles. */
const PAGE_LINE = /^(?:Subscribe to|Email this|Read more|© ).*$/gm

describe('the sample articles', () => {
  let samples: Sample[]
  beforeAll(async () => {
    samples = await readSamples()
  })
  const scored = () => total(samples.map(({ text, extraction, gold }) => score(text, extraction, gold)))

  it('are read nearly as their gold annotations say', () => {
    const all = scored()
    const figures = figuresOf(all)
    console.info(`sample articles, ${all.gold} core segments, in per cent:`, JSON.stringify(figures))
    if (process.env.ONRECORD_SCORE_ERRORS) console.info(all.errors.join('\n'))
    expect(figures.overlapF1).toBeGreaterThanOrEqual(94.8)
    expect(figures.exactF1).toBeGreaterThanOrEqual(91.2)
    expect(figures.kind).toBeGreaterThanOrEqual(95)
    expect(figures.speaker).toBeGreaterThanOrEqual(92.2)
    expect(figures.pronouns).toBeGreaterThanOrEqual(90)
    expect(figures.topical).toBeGreaterThanOrEqual(82)
    expect(figures.topicRecall).toBeGreaterThanOrEqual(58)
  })

  it('give at most one statement where the annotations have none', () => {
    expect(scored().negatives).toBeLessThanOrEqual(1)
  })

  it('give no statement from lines around the article, and no speaker who is only mentioned', () => {
    const lines = samples.flatMap(({ text, extraction }) =>
      [...text.matchAll(PAGE_LINE)].map(({ index, 0: line }) => ({
        line,
        kind: extraction.segments.find(({ end }) => index < end)?.kind,
        said: extraction.statements.some(({ start, end }) => start < index + line.length && index < end),
      })),
    )
    expect(lines.length).toBeGreaterThanOrEqual(5)
    for (const found of lines) expect(found).toMatchObject({ kind: 'BOILERPLATE', said: false })
    for (const { extraction, gold } of samples)
      for (const { name } of extraction.speakers) expect(gold.mentionedNotSpeaking).not.toContain(name)
  })
})
