import type { PartialDate } from './partial-date.js'

const DAY_MS = 86_400_000
/** Days that programs write where they know none. */
const UNSET = /^(?:0001|1970-01-01(?:$|T00:00)|1900-01-01|1899-12-3[01])/

/** Whether something can have been published on a date: not before printing, not in the future, and not a program's zero. */
export const isPossibleDate = (date: PartialDate, now: Date): boolean =>
  date.earliest >= '1600' &&
  !UNSET.test(date.edtf) &&
  Date.parse(`${date.earliest}T00:00:00Z`) <= now.getTime() + DAY_MS
