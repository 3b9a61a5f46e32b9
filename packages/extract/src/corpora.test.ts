import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { extract, type StatementDraft } from './extract.js'

const SHARED = new URL('../../../../shared/', import.meta.url).pathname
const SCORER = join(SHARED, 'extract/score.mjs')
const present = existsSync(SCORER)

/** A hundred documents, on a machine that has more to do. */
const LONG = { timeout: 90_000 }

interface Score {
  invalidSpans: number
  overlap: Record<string, { P: number; R: number; F1: number }>
  exact: Record<string, { F1: number }>
  predSegments: number
  joint: { P: number }
  speaker: { lastName: number; byTier: Record<string, { last: number; lastName: number }> }
}

/** The drafts of each text of a corpus, by the document's name. */
function predict(corpus: string): Map<string, StatementDraft[]> {
  const folder = join(SHARED, 'corpora', corpus)
  const texts = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  const draftsOf = (file: string) => extract(readFileSync(join(folder, file), 'utf8')).statements
  return new Map(texts.map((file) => [file.slice(0, -'.txt'.length), draftsOf(file)]))
}

function score(
  corpus: string,
  predictions = predict(corpus),
  keep: (draft: StatementDraft) => boolean = () => true,
): Score {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-score-'))
  const lines = [...predictions].map(([docId, drafts]) =>
    JSON.stringify({ docId, statements: drafts.filter(keep) }),
  )
  try {
    const file = join(folder, 'predictions.jsonl')
    writeFileSync(file, lines.join('\n'))
    const args = [SCORER, '--gold', join(SHARED, 'corpora', corpus), '--pred', file, '--json']
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it.skipIf(!present)(
  'reads PolNeAR, held for measuring only, as well as before (skipped where ../shared is absent)',
  LONG,
  () => {
    const drafts = predict('polnear-dev')
    const found = score('polnear-dev', drafts)
    expect(found.invalidSpans).toBe(0)
    expect(found.overlap.ALL?.F1).toBeGreaterThanOrEqual(87)
    expect(found.overlap.ALL?.P).toBeGreaterThanOrEqual(92)
    expect(found.exact.ALL?.F1).toBeGreaterThanOrEqual(80.5)
    expect(found.overlap.DIRECT?.F1).toBeGreaterThanOrEqual(96)
    expect(found.overlap.MIXED?.F1).toBeGreaterThanOrEqual(84.5)
    expect(found.overlap.INDIRECT?.F1).toBeGreaterThanOrEqual(79.5)
    expect(found.speaker.lastName).toBeGreaterThanOrEqual(91.5)
    expect(found.speaker.byTier.pronoun?.lastName).toBeGreaterThanOrEqual(83)
    // Sure drafts are right nine times in ten, words and speaker, and they are a third of all.
    const sure = score('polnear-dev', drafts, ({ confidence }) => confidence >= 0.9)
    expect(sure.joint.P).toBeGreaterThanOrEqual(90)
    expect(sure.predSegments / found.predSegments).toBeGreaterThanOrEqual(1 / 3)
  },
)

it.skipIf(!present)(
  'reads every quotation of LitBank’s fiction as well as before (skipped likewise)',
  LONG,
  () => {
    const found = score('litbank-dev')
    expect(found.invalidSpans).toBe(0)
    expect(found.overlap.DIRECT?.F1).toBeGreaterThanOrEqual(93)
    expect(found.overlap.ALL?.F1).toBeGreaterThanOrEqual(86)
  },
)

it.skipIf(!present)('reads the seed article (skipped where ../shared is absent)', LONG, () => {
  const found = score('seed/dev')
  expect(found.invalidSpans).toBe(0)
  expect(found.overlap.ALL?.R).toBeGreaterThanOrEqual(96)
  expect(found.overlap.ALL?.P).toBeGreaterThanOrEqual(90)
  expect(found.speaker.lastName).toBe(100)
})
