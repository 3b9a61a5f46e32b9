import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { extract } from '@onrecord/extract'

const MEGABYTE = 1_000_000
/** The fewest characters a second on one thread. The issue that asked for speed set this goal. */
const LEAST_SPEED = 200_000
/** The most memory for each character of a large text, as a multiple of that of a small text. */
const MOST_GROWTH = 1.5

/** @param {number} length of the text, which is made of the sample articles */
export function newsText(length) {
  const folder = new URL('../examples/articles/', import.meta.url)
  const articles = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))
  const all = articles.join('\n\n')
  return all.repeat(Math.ceil(length / all.length)).slice(0, length)
}

/**
 * Prints the characters a second, cold and warm, and the memory by size. Must run first in its process.
 *
 * @returns {string[]} the failures
 */
export function printSpeed() {
  console.log('Speed, one thread'.padEnd(36), 'characters a second')
  const speed = (/** @type {string} */ what, /** @type {number} */ length) => {
    const text = newsText(length)
    const value = Math.round((length / timeOf(() => extract(text))) * 1000)
    console.log(what.padEnd(36), value.toLocaleString('en').padStart(19))
    return value
  }
  speed('cold, 200,000 characters', MEGABYTE / 5)
  speed('cold, then 1,000,000', MEGABYTE)
  const warm = speed('warm, 1,000,000 more', MEGABYTE)
  const failures = warm < LEAST_SPEED ? [`speed: ${warm} characters a second, fewer than ${LEAST_SPEED}`] : []
  return [...failures, ...printMemory()]
}

/** Prints the memory by size. Each size has a process of its own, so that it does not count the garbage of another. */
function printMemory() {
  console.log('\nMemory of the process'.padEnd(37), 'megabytes'.padStart(10), 'bytes a character')
  const program = fileURLToPath(new URL('extract-memory.mjs', import.meta.url))
  const peak = (/** @type {number} */ size) =>
    Number(execFileSync(process.execPath, [program, String(size)], { encoding: 'utf8' }))
  const idle = peak(0)
  const each = [1, 2, 5].map((size) => {
    const grown = peak(size * MEGABYTE) - idle
    const bytes = grown / (size * MEGABYTE)
    console.log(
      `${size} MB of text`.padEnd(36),
      (grown / MEGABYTE).toFixed(0).padStart(10),
      bytes.toFixed(0).padStart(17),
    )
    return bytes
  })
  const grows = (each.at(-1) ?? 0) > (each[0] ?? 0) * MOST_GROWTH
  return grows ? ['memory: it grows faster than the text'] : []
}

/**
 * The milliseconds of processor time that work takes. Other processes on the machine influence it little.
 *
 * @param {() => unknown} work
 */
export function timeOf(work) {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
