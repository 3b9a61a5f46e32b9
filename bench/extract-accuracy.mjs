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
/**
 * In a band with so many drafts, their confidence is above the share that is right by no more points. Below it may be: the
 * rules know polnear-dev better than other articles, and polnear-train does not tell whom a pronoun means.
 */
const CALIBRATED = { drafts: 50, points: 5 }

/** The figures of an earlier version, for comparison: of the first one, and of 2026-11-28 for polnear-train. */
const BEFORE = {
  'polnear-train': [82.7, 75.8, 95.3, 76.0, 72.7, 94.9, undefined],
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
 * Prints the scores on the corpora, and how often drafts of each confidence are right.
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
    const { overlap, exact, speaker, joint } = score(corpus, draftsOf(corpus))
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
    console.log(
      `${' '.repeat(31)}precision ${overlap.ALL?.P}, recall ${overlap.ALL?.R}, span and speaker ${joint.F1}`,
    )
  }
  return printCalibration()
}

/** Prints how often drafts of each confidence are right: on the articles it was set by, and on others. */
function printCalibration() {
  const failures = []
  for (const corpus of ['polnear-train', 'polnear-dev']) {
    console.log(
      `\nConfidence, on ${corpus}`.padEnd(31),
      'segments',
      'share of all',
      'mean confidence',
      'words and speaker right',
    )
    const drafts = draftsOf(corpus)
    const all = score(corpus, drafts).predSegments
    for (const [i, low] of BANDS.slice(1).entries()) {
      const { segments, mean, right } = row(corpus, drafts, all, low, BANDS[i] ?? 2)
      if (segments >= CALIBRATED.drafts && mean - right > CALIBRATED.points)
        failures.push(`confidence: of drafts of ${corpus} at ${mean.toFixed(0)} of 100, ${right} are right`)
    }
    const { right, share } = row(corpus, drafts, all, SURE.confidence, 2)
    if (corpus !== 'polnear-dev') continue
    if (right < SURE.right) failures.push(`confidence: only ${right} of 100 sure drafts are right`)
    if (share < SURE.share)
      failures.push(`confidence: only ${(share * 100).toFixed(0)} % of the drafts are sure`)
  }
  return failures
}

/**
 * @param {string} corpus
 * @param {Drafts} drafts
 * @param {number} all
 * @param {number} low
 * @param {number} high
 */
function row(corpus, drafts, all, low, high) {
  const within = (/** @type {StatementDraft} */ { confidence }) => confidence >= low && confidence < high
  const { predSegments: segments, joint } = score(corpus, drafts, within)
  const kept = drafts.flatMap(({ statements }) => statements.filter(within))
  const mean = (100 * kept.reduce((sum, { confidence }) => sum + confidence, 0)) / kept.length
  const share = segments / all
  console.log(
    (high > 1 ? `${low} and more` : `${low} and more, under ${high}`).padEnd(30),
    String(segments).padStart(8),
    `${(share * 100).toFixed(1)} %`.padStart(12),
    cell(mean).padStart(15),
    cell(joint.P),
  )
  return { segments, mean, share, right: joint.P }
}

/** @param {number | null | undefined} value */
function cell(value) {
  return (typeof value === 'number' ? value.toFixed(1) : '–').padStart(9)
}

/** @typedef {{ docId: string, statements: StatementDraft[] }[]} Drafts */

/**
 * Extracts every article of a corpus.
 *
 * @param {string} corpus
 * @returns {Drafts}
 */
function draftsOf(corpus) {
  const gold = join(SHARED, 'corpora', corpus)
  return readdirSync(gold)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      docId: name.replace(/\.txt$/, ''),
      statements: [...extract(readFileSync(join(gold, name), 'utf8')).statements],
    }))
}

/**
 * Scores the drafts that `keep` lets through, with the project's scorer.
 *
 * @param {string} corpus
 * @param {Drafts} drafts
 * @param {(draft: StatementDraft) => boolean} [keep]
 * @returns {Score}
 */
function score(corpus, drafts, keep = () => true) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const file = join(folder, 'predictions.jsonl')
    writeFileSync(
      file,
      drafts
        .map(({ docId, statements }) => JSON.stringify({ docId, statements: statements.filter(keep) }))
        .join('\n'),
    )
    return JSON.parse(
      execFileSync(
        process.execPath,
        [SCORER, '--gold', join(SHARED, 'corpora', corpus), '--pred', file, '--json'],
        { encoding: 'utf8' },
      ),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
