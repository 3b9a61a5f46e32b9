import { type DateFields, dateBounds } from './fuzzy-date.js'

interface Columns {
  Edtf: string | null
  Earliest: Date | null
  Latest: Date | null
  Precision: ReturnType<typeof dateBounds>['precision']
  Basis: DateFields['basis']
}

type Prefixed<Prefix extends string> = {
  [Column in keyof Columns as `${Prefix}${Column}`]: Columns[Column]
}

/** The values of a date's columns, whose names begin with a prefix: 'said' gives `saidEdtf`, `saidEarliest` and so on. */
export function fuzzyColumns<Prefix extends string>(
  prefix: Prefix,
  date: DateFields | null,
): Prefixed<Prefix> {
  const { earliest, latest, precision } = dateBounds(date)
  const columns: Columns = {
    Edtf: date?.edtf ?? null,
    Earliest: earliest === null ? null : new Date(earliest),
    Latest: latest === null ? null : new Date(latest),
    Precision: precision,
    Basis: date?.basis ?? 'UNKNOWN',
  }
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [`${prefix}${column}`, value]),
  ) as Prefixed<Prefix>
}

/** Makes a date of the values of its columns; null when nothing is known. */
export const storedDate = (
  edtf: string | null,
  basis: DateFields['basis'],
  asWritten: string | null,
): DateFields | null => (edtf === null && asWritten === null ? null : { edtf, basis, asWritten })
