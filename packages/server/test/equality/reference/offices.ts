import type { Row, Store } from './store.js'

const EARLIEST = '0001-01-01'

/** The offices that a speaker held when a statement was said, the one that began last first. */
export function officesHeld(store: Store, speakerId: string | null, statement: Row): Row[] {
  const first = statement.saidEarliest ?? statement.saidLatest
  const last = statement.saidLatest ?? statement.saidEarliest
  if (first === null || speakerId === null) return []
  const possible = store
    .where('Affiliation', 'speakerId', speakerId)
    .filter(({ fromEarliest }) => fromEarliest === null || fromEarliest <= last)
    .filter(({ untilLatest }) => untilLatest === null || untilLatest >= first)
  const certain = possible.filter(
    ({ fromLatest, untilEarliest }) =>
      fromLatest !== null && fromLatest <= first && untilEarliest !== null && untilEarliest >= last,
  )
  const latest = possible.map(began).toSorted().at(-1)
  const held = certain.length > 0 ? certain : possible.filter((office) => began(office) === latest)
  const place = (office: Row) => [began(office), office.fromEarliest ?? EARLIEST, office.id].join(' ')
  return held.toSorted((a, b) => (place(a) < place(b) ? 1 : -1))
}

const began = ({ fromLatest }: Row): string => fromLatest ?? EARLIEST
