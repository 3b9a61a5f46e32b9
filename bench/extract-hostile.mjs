import { extract } from '@onrecord/extract'
import { newsText, timeOf } from './extract-speed.mjs'

const SIZES = [100_000, 200_000, 400_000]
/** The most that the time may grow when the size doubles. Linear time doubles, quadratic time grows fourfold; a busy machine blurs both. */
const MOST_PER_DOUBLING = 3.2
/** Milliseconds. Shorter times are too inexact to compare. */
const NOISE = 40

/** @type {Record<string, (length: number) => string>} */
const TEXTS = {
  'quotation marks, straight': repeated('"'),
  'quotation marks, alternating kinds': repeated(`“‘"'«„‚»”’`),
  'opening marks, never closed': repeated('“'),
  'opening marks between words': repeated('“it '),
  'single marks between words': repeated("‘it 'was "),
  'brackets, nested': (length) => '('.repeat(length / 2) + ')'.repeat(length / 2),
  'capitals in one run': repeated('A'),
  'capitalised words': repeated('Ada Moss Of The Pier '),
  'names, all different': (length) => counted(length, (i) => `Ada M${i.toString(36)} said it holds. `),
  'names, one surname': (length) => counted(length, (i) => `A${i.toString(36)} Moss said it holds. `),
  'speakers, one a paragraph': (length) => counted(length, (i) => `“Yes,” Ada M${i.toString(36)} said.\n`),
  'cues in one sentence': repeated('she said and told and asked '),
  'cues with names': repeated('Moss said that Hale said that '),
  'commas in one sentence': repeated('the pier, which holds, '),
  colons: repeated('Moss: '),
  'colons, one a line': repeated('MOSS: yes\n'),
  'line breaks': repeated('\n'),
  'quotations, adjacent': repeated('“Yes.” '),
  'full stops': repeated('. '),
  'dots and dashes': repeated('… — -- '),
  'brackets inside a quotation': (length) => `“${'[so] '.repeat(length / 5)}” she said.`,
  'days and years': repeated('on Tuesday in 2019 last month '),
  'one sentence, repeated': repeated('The quiet harbour town stood high. '),
  'one name, repeated': repeated('We saw Ada Moss there. '),
  'one line of news': (length) => newsText(length).replace(/\s+/g, ' '),
  'surrogates, halved': repeated('\ud83d said \ude00 '),
}

/**
 * Prints how the time grows with the size of texts that are made to be slow.
 *
 * @returns {string[]} the failures
 */
export function printHostile() {
  const failures = []
  console.log(
    '\nHostile, milliseconds'.padEnd(37),
    ...SIZES.map((size) => `${size / 1000}k`.padStart(7)),
    ' a doubling',
  )
  for (const [name, make] of Object.entries(TEXTS)) {
    const times = SIZES.map((size) => Math.min(...[0, 1].map(() => timeOf(() => extract(make(size))))))
    const [small = 0, large = 0] = [times[0], times.at(-1)]
    const growth = Math.sqrt(large / Math.max(small, 1))
    console.log(
      name.padEnd(36),
      ...times.map((time) => time.toFixed(0).padStart(7)),
      growth.toFixed(1).padStart(10),
    )
    if (large > NOISE && growth > MOST_PER_DOUBLING)
      failures.push(`hostile: ${name} takes more than linear time`)
  }
  const line = newsText(5_000_000).replace(/\s+/g, ' ')
  console.log(
    '5 MB of news in one line'.padEnd(36),
    `${(timeOf(() => extract(line)) / 1000).toFixed(1)} s`.padStart(23),
  )
  return failures
}

/**
 * @param {string} part
 * @returns {(length: number) => string}
 */
function repeated(part) {
  return (length) => part.repeat(length / part.length)
}

/**
 * @param {number} length
 * @param {(i: number) => string} part
 */
function counted(length, part) {
  const parts = []
  for (let i = 0, size = 0; size < length; i++) {
    const next = part(i)
    parts.push(next)
    size += next.length
  }
  return parts.join('')
}
