/** The most milliseconds that a page may take. */
const MOST = { median: 30, '99th percentile': 300 }

/**
 * Prints the time a page, from the decoded markup to the article.
 *
 * @param {import('./read-pages.mjs').Page[]} pages
 */
export function printTime(pages) {
  const times = pages.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = (/** @type {number} */ share) => times[Math.floor((times.length - 1) * share)] ?? 0
  console.log('Time a page, before           median 45 ms, 99th percentile seconds')
  console.log(
    `Time a page, now              median ${at(0.5).toFixed(0)} ms of ${MOST.median},`,
    `99th percentile ${at(0.99).toFixed(0)} ms of ${MOST['99th percentile']}`,
  )
}
