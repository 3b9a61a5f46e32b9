import { type Asking, badInput, globalId } from './asking.js'
import type { Row } from './store.js'

const MOST_READ = 100_000

/** The latest statements, at most so many. */
function latest(rows: readonly Row[], upTo: number): Row[] {
  if (upTo < 1 || upTo > MOST_READ) throw badInput()
  const place = ({ saidSort, id }: Row) => `${saidSort} ${id}`
  return rows.toSorted((a, b) => (place(a) < place(b) ? 1 : -1)).slice(0, upTo)
}

const NODES: Record<string, string> = {
  ...{ SPEAKER: 'Speaker', TOPIC: 'Topic', SITE: 'Site', EVENT: 'Event', PLACE: 'Place' },
}

/** The values of a statement by which a facet counts it. */
function valuesOf({ store, eyes }: Asking, by: string, row: Row): (string | null)[] {
  const linked = (table: string, column: string) =>
    store.where(table, 'statementId', row.id).map((link) => link[column] as string | null)
  switch (by) {
    case 'SPEAKER':
      return [...new Set(linked('Attribution', 'speakerId'))]
    case 'TOPIC':
      return linked('StatementTopic', 'topicId').filter(
        (id) => eyes.sight === 'EVERYTHING' || eyes.sees('Topic', store.get('Topic', id)),
      )
    case 'SITE':
      return [store.get('Article', row.articleId).siteId]
    case 'REVIEW_STATUS':
      return [row.reviewStatus]
    case 'EVENT':
    case 'PLACE':
      return [row[`${by.toLowerCase()}Id`]]
    default:
      return [row[by.toLowerCase()]]
  }
}

interface FacetArguments {
  by: string[]
  top: number
  upTo: number
}

/** How many statements have each value, the most frequent first. */
export function readFacets(asking: Asking, rows: readonly Row[], { by, top, upTo }: FacetArguments) {
  if (top < 1 || top > 100 || by.length === 0 || new Set(by).size < by.length) throw badInput()
  const read = latest(rows, upTo)
  return by.map((name) => {
    const counts = new Map<string, number>()
    for (const row of read) {
      for (const key of valuesOf(asking, name, row))
        if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const sorted = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    const buckets = sorted.slice(0, top).map(([key, count]) => {
      const type = NODES[name]
      const node = type ? asking.store.get(type, key) : null
      return { key: type ? globalId(type, key) : key, label: node?.name ?? key, count, node }
    })
    return { by: name, buckets, counted: read.length, isExact: rows.length <= upTo }
  })
}

const DAY = 86_400_000

/** The first and the last day of the interval that a day lies in. */
function intervalOf(interval: string, day: string): { start: string; end: string } {
  const at = new Date(`${day}T00:00:00Z`)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  const monday = at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY
  const spans: Record<string, [number, number]> = {
    DAY: [at.getTime(), at.getTime()],
    WEEK: [monday, monday + 6 * DAY],
    MONTH: [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)],
    YEAR: [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)],
  }
  const [start, end] = (spans[interval] as [number, number]).map((time) =>
    new Date(time).toISOString().slice(0, 10),
  )
  return { start, end } as { start: string; end: string }
}

/** How many statements were said in each interval. */
export function readTimeline(rows: readonly Row[], { interval, upTo }: { interval: string; upTo: number }) {
  const counts = new Map<string, { start: string; end: string; count: number }>()
  let undated = 0
  for (const { saidEarliest, saidLatest } of latest(rows, upTo)) {
    const last = saidLatest && intervalOf(interval, saidLatest)
    if (!last || (saidEarliest && intervalOf(interval, saidEarliest).start !== last.start)) {
      undated++
      continue
    }
    counts.set(last.start, { ...last, count: (counts.get(last.start)?.count ?? 0) + 1 })
  }
  const buckets = [...counts.values()].toSorted((a, b) => (a.start < b.start ? -1 : 1))
  return { buckets, undated, isExact: rows.length <= upTo }
}
