import { readBy } from '@onrecord/pothos-read-plan'
import type { DateBasis as Basis, DatePrecision as Precision } from '../generated/prisma/enums.js'
import { builder } from './builder.js'

/** A date that may be partial or unknown, as the columns of a row hold it. */
export interface FuzzyDateValue {
  edtf: string | null
  earliest: Date | null
  latest: Date | null
  precision: Precision
  basis: Basis
  asWritten: string | null
}

const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How much of a date is known.',
  values: {
    UNKNOWN: { description: 'No calendar unit of it; there may still be a bound, such as "not after".' },
    YEAR: { description: 'The year is known, not the month.' },
    MONTH: { description: 'The year and the month are known, not the day.' },
    DAY: { description: 'The day is known, not the time.' },
    INSTANT: { description: 'The day and the time of day.' },
  },
})

export const DateBasis = builder.enumType('DateBasis', {
  description: 'The way in which a date is known.',
  values: {
    STATED: { description: 'The date is printed in the source.' },
    INFERRED: { description: 'Worked out from the source, e.g. from "On Tuesday".' },
    EXTERNAL: { description: 'Taken from elsewhere, e.g. from the URL or the official transcript.' },
    UNKNOWN: { description: 'Nothing says how it is known.' },
  },
})

export const FuzzyDate = builder.objectRef<FuzzyDateValue>('FuzzyDate').implement({
  description: 'A date that may be partial or unknown; a full date is never guessed.',
  fields: (t) => ({
    edtf: t.exposeString('edtf', {
      nullable: true,
      description:
        'Extended Date/Time Format (ISO 8601-2), e.g. `2026-03-02`, `2026-03`, `../2026-03-02` (not after that day).',
    }),
    earliest: t.expose('earliest', {
      type: 'Date',
      nullable: true,
      description: 'First day that it can be; null when unknown.',
    }),
    latest: t.expose('latest', {
      type: 'Date',
      nullable: true,
      description: 'Last day that it can be; null when unknown.',
    }),
    precision: t.expose('precision', {
      type: DatePrecision,
      description: 'The smallest unit of it that is known.',
    }),
    basis: t.expose('basis', {
      type: DateBasis,
      description: 'The way in which it is known: printed, worked out, or from elsewhere.',
    }),
    asWritten: t.exposeString('asWritten', {
      nullable: true,
      description: 'The words in the text, e.g. "On Tuesday".',
    }),
  }),
})

const PARTS = ['edtf', 'earliest', 'latest', 'precision', 'basis', 'asWritten'] as const

/**
 * The options of a field that makes a date of several columns of its row. Use it as `t.field(fuzzyDate('said', …))`.
 *
 * @param prefix the prefix of the columns: "said" for saidEdtf, saidEarliest, saidLatest, saidPrecision, saidBasis and
 *   saidAsWritten.
 * @param lacking the part that has no column in this table: it is null.
 */
export function fuzzyDate(prefix: string, description: string, lacking?: 'asWritten') {
  const columns = PARTS.map((part) => [
    part,
    part === lacking ? null : `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1)}`,
  ])
  return {
    type: FuzzyDate,
    description,
    ...readBy({ columns: Object.fromEntries(columns) }),
  } as never
}
