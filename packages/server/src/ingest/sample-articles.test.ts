import { readFileSync } from 'node:fs'
import { extract } from '@onrecord/extract'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Gold, percent, type Score, score, total } from '../testing/score.js'
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
    const {
      gold,
      predicted,
      overlap,
      exact,
      kind,
      named,
      speaker,
      pronouns,
      pronounSpeaker,
      matched,
      topical,
    } = total
    const f1 = (right: number) => percent(2 * right, gold + predicted)
    const figures = {
      overlap: f1(overlap),
      exact: f1(exact),
      kind: percent(kind, overlap),
      speaker: percent(speaker, named),
      pronouns: percent(pronounSpeaker, pronouns),
      topical: percent(topical, matched),
    }
    console.info(
      `sample articles, ${gold} core segments:`,
      JSON.stringify(figures),
      `P ${percent(overlap, predicted)} R ${percent(overlap, gold)}`,
    )
    expect(figures.overlap).toBeGreaterThanOrEqual(90)
    expect(figures.exact).toBeGreaterThanOrEqual(84)
    expect(figures.kind).toBeGreaterThanOrEqual(95)
  })

  it('give no statement where there is none', () => {
    expect(percent(all.negatives, all.gold)).toBeLessThanOrEqual(3)
  })
})
