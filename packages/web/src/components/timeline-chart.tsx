import { addressWith } from '../record/address-filter.js'
import type { TimelineData } from '../record/shown.js'
import { monthWords } from '../text/fuzzy-date.js'
import { counted, grouped } from '../text/words.js'

const WIDTH = 640
const HEIGHT = 96
/** Most months that a chart shows: the latest. */
const MOST_BARS = 120

/** Statements by month: bars that lead to the statements of their month, and a table of the same numbers. */
export function TimelineChart({ timeline, url }: { timeline: TimelineData; url: URL }) {
  const months = everyMonth(timeline.buckets)
  if (months.length < 2) return null
  const most = Math.max(...months.map(({ count }) => count))
  const step = WIDTH / months.length
  const [first, last] = [months[0], months.at(-1)] as [Month, Month]
  return (
    <figure class="chart">
      <figcaption>
        Statements by month, {monthWords(first.start)} to {monthWords(last.start)}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
        {months.map(({ start, count }, index) => {
          const height = (count / most) * (HEIGHT - 2)
          return (
            <rect
              key={start}
              x={round(index * step + step * 0.1)}
              y={round(HEIGHT - height)}
              width={round(step * 0.8)}
              height={round(height)}
            >
              <title>
                {monthWords(start)}: {count}
              </title>
            </rect>
          )
        })}
      </svg>
      <details>
        <summary>As a table</summary>

        <table>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Statements</th>
            </tr>
          </thead>
          <tbody>
            {months
              .filter(({ count }) => count > 0)
              .map(({ start, end, count }) => (
                <tr key={start}>
                  <th scope="row">
                    <a href={addressWith(url, { from: start, until: end })} rel="nofollow">
                      {monthWords(start)}
                    </a>
                  </th>
                  <td>{grouped(count)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
      {timeline.undated > 0 && (
        <p class="faint">
          {counted(timeline.undated, 'statement')} without a known month are not in the chart.
        </p>
      )}
    </figure>
  )
}

type Month = TimelineData['buckets'][number]

/** The months from the first to the last, those without statements included; the latest of many. */
function everyMonth(buckets: readonly Month[]): Month[] {
  const counts = new Map(buckets.map((bucket) => [bucket.start.slice(0, 7), bucket]))
  const last = buckets.at(-1)
  const [first] = buckets
  if (!first || !last) return []
  const months: Month[] = []
  let [year, month] = last.start.split('-').map(Number) as [number, number]
  while (months.length < MOST_BARS) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (name < first.start.slice(0, 7)) break
    months.unshift(counts.get(name) ?? { start: `${name}-01`, end: `${name}-28`, count: 0 })
    month = month === 1 ? 12 : month - 1
    if (month === 12) year--
  }
  return months
}

const round = (length: number): number => Math.round(length * 100) / 100
