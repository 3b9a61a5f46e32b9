import { type DateFields, dateBounds } from '../schema/fuzzy-date-input.js'

/** The columns of a date that is called "date": `dateEdtf`, `dateEarliest` and so on. */
export function dateColumns(date: DateFields | null) {
  const { earliest, latest, precision } = dateBounds(date)
  return {
    dateEdtf: date?.edtf ?? null,
    dateEarliest: earliest === null ? null : new Date(earliest),
    dateLatest: latest === null ? null : new Date(latest),
    datePrecision: precision,
    dateBasis: date?.basis ?? ('UNKNOWN' as const),
    dateAsWritten: date?.asWritten ?? null,
  }
}

/** What {@link storedDate} reads. */
export const dateSelect = { dateEdtf: true, dateBasis: true, dateAsWritten: true } as const

interface DateRow {
  dateEdtf: string | null
  dateBasis: DateFields['basis']
  dateAsWritten: string | null
}

/** The date of such columns, as revisions hold it. */
export const storedDate = ({
  dateEdtf: edtf,
  dateBasis: basis,
  dateAsWritten: asWritten,
}: DateRow): DateFields | null => (edtf === null && asWritten === null ? null : { edtf, basis, asWritten })
