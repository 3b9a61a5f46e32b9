import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extract, type StatementDraft } from './extract.js'

const SHARED = new URL('../../../../shared/', import.meta.url).pathname
const SCORER = join(SHARED, 'extract/score.mjs')
const present = existsSync(SCORER)

interface Score {
  invalidSpans: number
  overlap: Record<string, { P: number; R: number; F1: number }>
  exact: Record<string, { F1: number }>
  predSegments: number
  joint: { P: number }
  speaker: { lastName: number; byTier: Record<string, { last: number; lastName: number }> }
}

function score(corpus: string, keep: (draft: StatementDraft) => boolean = () => true): Score {
  const gold = join(SHARED, 'corpora', corpus)
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-score-'))
  const predictions = readdirSync(gold)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const { statements } = extract(readFileSync(join(gold, file), 'utf8'))
      return JSON.stringify({ docId: file.slice(0, -'.txt'.length), statements: statements.filter(keep) })
    })
  try {
    const file = join(folder, 'predictions.jsonl')
    writeFileSync(file, predictions.join('\n'))
    return JSON.parse(
      execFileSync(process.execPath, [SCORER, '--gold', gold, '--pred', file, '--json'], {
        encoding: 'utf8',
      }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.skipIf(!present)('PolNeAR, held for measuring only (skipped where ../shared is absent)', () => {
  const found = score('polnear-dev')
  expect(found.invalidSpans).toBe(0)
  expect(found.overlap.ALL?.F1).toBeGreaterThanOrEqual(86)
  expect(found.overlap.ALL?.P).toBeGreaterThanOrEqual(91.5)
  expect(found.exact.ALL?.F1).toBeGreaterThanOrEqual(79)
  expect(found.overlap.DIRECT?.F1).toBeGreaterThanOrEqual(96)
  expect(found.overlap.MIXED?.F1).toBeGreaterThanOrEqual(82)
  expect(found.overlap.INDIRECT?.F1).toBeGreaterThanOrEqual(78)
  expect(found.speaker.lastName).toBeGreaterThanOrEqual(90.5)
  expect(found.speaker.byTier.pronoun?.lastName).toBeGreaterThanOrEqual(80)
})

test.skipIf(!present)(
  'drafts of 0.9 and more are right nine times in ten, and a third of all (skipped likewise)',
  () => {
    const all = score('polnear-dev')
    const sure = score('polnear-dev', ({ confidence }) => confidence >= 0.9)
    expect(sure.joint.P).toBeGreaterThanOrEqual(90)
    expect(sure.predSegments / all.predSegments).toBeGreaterThanOrEqual(1 / 3)
  },
)

test.skipIf(!present)('LitBank, every quotation of fiction (skipped likewise)', () => {
  const found = score('litbank-dev')
  expect(found.invalidSpans).toBe(0)
  expect(found.overlap.DIRECT?.F1).toBeGreaterThanOrEqual(93)
  expect(found.overlap.ALL?.F1).toBeGreaterThanOrEqual(86)
})

test.skipIf(!present)('the seed article (skipped where ../shared is absent)', () => {
  const found = score('seed/dev')
  expect(found.invalidSpans).toBe(0)
  expect(found.overlap.ALL?.R).toBeGreaterThanOrEqual(96)
  expect(found.overlap.ALL?.P).toBeGreaterThanOrEqual(90)
  expect(found.speaker.lastName).toBe(100)
})
