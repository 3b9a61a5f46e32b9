import { readFileSync } from 'node:fs'
import { extract } from '@onrecord/extract'
import { beforeAll, describe, expect, it } from 'vitest'
import { figuresOf, type Gold, percent, type Score, score, total } from '../testing/score.js'
import { samplesFolder } from '../testing/service.js'
import { expandInputs } from './expand-inputs.js'
import { extractionOptions } from './extraction-options.js'
import { readSource } from './read-source.js'

/** Scores of the sample articles, each of them and all together. */
async function scoreAll(): Promise<Score> {
  const { inputs } = await expandInputs([samplesFolder])
  const all: Score[] = []
  for (const input of inputs) {
    const document = await readSource(input)
    const gold = JSON.parse(readFileSync(input.replace(/\.md$/, '.gold.json'), 'utf8')) as Gold
    all.push(score(document.text, extract(document.text, extractionOptions(document)), gold))
  }
  return total(all)
}

describe('the sample articles', () => {
  let all: Score
  beforeAll(async () => {
    all = await scoreAll()
    if (process.env.ONRECORD_SCORE_ERRORS) console.info(all.errors.join('\n'))
  })

  it('are read as their gold annotations say, nearly', () => {
    const figures = figuresOf(all)
    console.info(`sample articles, ${all.gold} core segments, in per cent:`, JSON.stringify(figures))
    expect(figures.overlapF1).toBeGreaterThanOrEqual(93)
    expect(figures.exactF1).toBeGreaterThanOrEqual(87)
    expect(figures.kind).toBeGreaterThanOrEqual(95)
    expect(figures.speaker).toBeGreaterThanOrEqual(86)
    expect(figures.pronouns).toBeGreaterThanOrEqual(80)
    expect(figures.topical).toBeGreaterThanOrEqual(70)
  })

  it('give no statement where there is none', () => {
    expect(percent(all.negatives, all.gold)).toBeLessThanOrEqual(3)
  })
})
