import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract } from '@onrecord/extract'

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url))
const SCORER = join(SHARED, 'extract/score.mjs')
const BANDS = [1.01, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0]
/** At least a third of all drafts must have this confidence, and nine of ten of these must be right. */
const SURE = { confidence: 0.9, right: 90, share: 1 / 3 }

/** The figures of the first version, for comparison. */
const BEFORE = {
  'polnear-dev': [84.6, 78.3, 95.5, 80.0, 76.3, 91.4, 81.3],
  'litbank-dev': [49.6, 46.3, 56.3, undefined, undefined, 38.6, undefined],
  'seed/dev': [100, 100, 100, 100, 100, 100, 100],
}
const COLUMNS = ['overlap', 'exact', 'DIRECT', 'MIXED', 'INDIRECT', 'last name', 'pronouns']

/**
 * @typedef {import('@onrecord/extract').StatementDraft} StatementDraft
 * @typedef {{ P: number, R: number | null, F1: number }} Figures R is null where the gold has none of the kind
 * @typedef {object} Score
 * @property {number} predSegments
 * @property {Record<string, Figures>} overlap
 * @property {Record<string, Figures>} exact
 * @property {{ lastName: number, byTier: Record<string, { lastName: number }> }} speaker
 * @property {Figures} joint
 */

/**
 * Prints the scores on the three corpora, and how often drafts of each confidence are right.
 *
 * @returns {string[]} the failures
 */
export function printAccuracy() {
  if (!existsSync(SCORER)) {
    console.log('\nAccuracy: skipped, there are no corpora in ../shared')
    return []
  }
  console.log('\nAccuracy, F1; last names right'.padEnd(31), ...COLUMNS.map((column) => column.padStart(9)))
  for (const [corpus, before] of Object.entries(BEFORE)) {
    const { overlap, exact, speaker } = score(corpus, () => true)
    const kinds = ['DIRECT', 'MIXED', 'INDIRECT'].map((kind) =>
      overlap[kind]?.R === null ? undefined : overlap[kind]?.F1,
    )
    const after = [
      overlap.ALL?.F1,
      exact.ALL?.F1,
      ...kinds,
      speaker.lastName,
      speaker.byTier.pronoun?.lastName,
    ]
    console.log(`${corpus}, before`.padEnd(30), ...before.map(cell))
    console.log(`${corpus}, now`.padEnd(30), ...after.map(cell))
    console.log(`${' '.repeat(31)}precision ${overlap.ALL?.P}, recall ${overlap.ALL?.R}`)
  }
  return printCalibration()
}

function printCalibration() {
  const all = score('polnear-dev', () => true).predSegments
  console.log(
    '\nConfidence, on polnear-dev'.padEnd(31),
    'segments',
    'share of all',
    'words and speaker right',
  )
  for (const [i, low] of BANDS.slice(1).entries())
    row(`${low} and more, under ${BANDS[i]}`, low, BANDS[i] ?? 2)
  const { right, share } = row(`${SURE.confidence} and more`, SURE.confidence, 2)
  const failures = []
  if (right < SURE.right) failures.push(`confidence: only ${right} of 100 sure drafts are right`)
  if (share < SURE.share)
    failures.push(`confidence: only ${(share * 100).toFixed(0)} % of the drafts are sure`)
  return failures

  /**
   * @param {string} label
   * @param {number} low
   * @param {number} high
   */
  function row(label, low, high) {
    const { predSegments, joint } = score('polnear-dev', ({ confidence: c }) => c >= low && c < high)
    const part = { right: joint.P, share: predSegments / all }
    console.log(
      label.replace('under 1.01', 'to 1').padEnd(30),
      String(predSegments).padStart(8),
      `${(part.share * 100).toFixed(1)} %`.padStart(12),
      cell(part.right),
    )
    return part
  }
}

/** @param {number | null | undefined} value */
function cell(value) {
  return (typeof value === 'number' ? value.toFixed(1) : '–').padStart(9)
}

/**
 * Scores the drafts that `keep` lets through, with the project's scorer.
 *
 * @param {string} corpus
 * @param {(draft: StatementDraft) => boolean} keep
 * @returns {Score}
 */
function score(corpus, keep) {
  const gold = join(SHARED, 'corpora', corpus)
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const predictions = readdirSync(gold)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => {
        const { statements } = extract(readFileSync(join(gold, name), 'utf8'))
        return JSON.stringify({ docId: name.replace(/\.txt$/, ''), statements: statements.filter(keep) })
      })
    const file = join(folder, 'predictions.jsonl')
    writeFileSync(file, predictions.join('\n'))
    return JSON.parse(
      execFileSync(process.execPath, [SCORER, '--gold', gold, '--pred', file, '--json'], {
        encoding: 'utf8',
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
