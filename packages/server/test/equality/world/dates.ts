import type { Choices } from '../choices.js'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const BASES = ['STATED', 'INFERRED', 'EXTERNAL']

interface Span {
  edtf: string
  from: string | null
  until: string | null
  precision: 'UNKNOWN' | 'YEAR' | 'MONTH' | 'DAY'
}

const DAYS = [
  '2025-12-29',
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-03-02',
  '2026-03-02',
  '2026-03-08',
]

function span(choices: Choices): Span | null {
  const one = choices.pick(DAYS)
  switch (choices.below(8)) {
    case 0:
      return null
    case 1:
      return { edtf: '2026', from: '2026-01-01', until: '2026-12-31', precision: 'YEAR' }
    case 2:
      return { edtf: '2026-03', from: '2026-03-01', until: '2026-03-31', precision: 'MONTH' }
    case 3:
      return { edtf: `../${one}`, from: null, until: one, precision: 'UNKNOWN' }
    case 4:
      return { edtf: `${one}/..`, from: one, until: null, precision: 'UNKNOWN' }
    case 5:
      return { edtf: '2026-02-28/2026-03-02', from: '2026-02-28', until: '2026-03-02', precision: 'UNKNOWN' }
    default:
      return { edtf: one, from: one, until: one, precision: 'DAY' }
  }
}

/** The columns of a date that may be partial or unknown. */
export function dateColumns(choices: Choices, prefix: string, hasWords = true) {
  const found = span(choices)
  const words = found && choices.chance(50) ? 'On Tuesday' : null
  return {
    [`${prefix}Edtf`]: found?.edtf ?? null,
    [`${prefix}Earliest`]: found?.from ? day(found.from) : null,
    [`${prefix}Latest`]: found?.until ? day(found.until) : null,
    [`${prefix}Precision`]: found?.precision ?? 'UNKNOWN',
    [`${prefix}Basis`]: found ? choices.pick(BASES) : 'UNKNOWN',
    ...(hasWords ? { [`${prefix}AsWritten`]: words } : {}),
  }
}

/** The columns of an office's time. It ends after it began. */
export function officeColumns(choices: Choices) {
  const year = choices.pick(['2024', '2025', '2026'])
  const begins = { fromEdtf: year, fromEarliest: day(`${year}-01-01`), fromLatest: day(`${year}-12-31`) }
  const exactly = {
    fromEdtf: `${year}-03-01`,
    fromEarliest: day(`${year}-03-01`),
    fromLatest: day(`${year}-03-01`),
  }
  const ends = { untilEdtf: '2026', untilEarliest: day('2026-01-01'), untilLatest: day('2026-12-31') }
  const later = { untilEdtf: '2027-05-01', untilEarliest: day('2027-05-01'), untilLatest: day('2027-05-01') }
  return {
    ...choices.pick([{}, { ...begins, fromPrecision: 'YEAR' }, { ...exactly, fromPrecision: 'DAY' }]),
    ...choices.pick([{}, { ...ends, untilPrecision: 'YEAR' }, { ...later, untilPrecision: 'DAY' }]),
    ...{ fromBasis: choices.pick(BASES), untilBasis: 'UNKNOWN' },
  }
}

/** The columns of the day on which an article was published, at times with the instant. */
export function publishedColumns(choices: Choices) {
  if (!choices.chance(35)) return dateColumns(choices, 'published')
  const one = choices.pick(DAYS)
  return {
    publishedEdtf: `${one}T09:30:00Z`,
    publishedEarliest: day(one),
    publishedLatest: day(one),
    publishedInstant: new Date(`${one}T09:30:00Z`),
    publishedPrecision: 'INSTANT',
    publishedBasis: 'STATED',
    publishedAsWritten: null,
  }
}
