import type { ScalarExtensions } from '@onrecord/pothos-read-plan'
import { isCalendarDay } from '../dates/calendar-day.js'
import { builder } from './builder.js'
import { badInput } from './coded-error.js'

/** The text that PostgreSQL has for a value of the scalar is that of the API. */
const AS_IT_IS: ScalarExtensions = { readText: (text) => text }

/** The RFC 3339 instant of what PostgreSQL prints in UTC: "2026-03-02 09:30:00.5+00". */
const instantOf = (text: string): string =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`

const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i

builder.scalarType('DateTime', {
  description: 'An RFC 3339 instant with its offset, e.g. `2026-03-02T09:30:00Z`; years 1 to 9999.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: (value) => (value as Date).toISOString(),
  extensions: { readText: instantOf } satisfies ScalarExtensions,
  parseValue: (value) => {
    const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null
    if (
      !instant ||
      Number.isNaN(instant.getTime()) ||
      instant.getUTCFullYear() < 1 ||
      instant.getUTCFullYear() > 9999 ||
      !isCalendarDay(String(value).slice(0, 10))
    ) {
      throw badInput('a DateTime is an RFC 3339 instant with an offset, such as "2026-03-02T09:30:00Z"')
    }
    return instant
  },
})

builder.scalarType('Date', {
  description: 'An ISO 8601 calendar date without time, e.g. `2026-03-02`; years 1 to 9999.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  extensions: AS_IT_IS,
  parseValue: (value) => {
    if (typeof value !== 'string' || !isCalendarDay(value)) {
      throw badInput('a Date is a calendar date such as "2026-03-02", of the years 0001 to 9999')
    }
    return value
  },
})

builder.scalarType('URL', {
  description:
    'An absolute `http` or `https` URL of at most 2,000 characters, without a user name or password.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: String,
  extensions: AS_IT_IS,
  parseValue: (value) => {
    if (typeof value !== 'string' || value.length > 2_000 || !isWebAddress(value)) {
      throw badInput('a URL is absolute, begins with https:// or http://, and holds no user name or password')
    }
    return value
  },
})

builder.scalarType('LanguageTag', {
  description: 'A BCP 47 language tag, e.g. `en`, `fa`, `pt-BR`.',
  specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  serialize: String,
  extensions: AS_IT_IS,
  parseValue: (value) => {
    try {
      const [tag] = typeof value === 'string' ? Intl.getCanonicalLocales(value) : []
      if (tag) return tag
    } catch {
      // It is not a tag: the error below says so.
    }
    throw badInput('a LanguageTag is a BCP 47 tag such as "en" or "pt-BR"')
  },
})

builder.scalarType('WikidataId', {
  description: 'A Wikidata item, e.g. `Q42`.',
  specifiedByURL: 'https://www.wikidata.org/wiki/Wikidata:Identifiers',
  serialize: String,
  extensions: AS_IT_IS,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^Q[1-9]\d{0,11}$/.test(value)) {
      throw badInput('a WikidataId is a Q and a number, such as "Q42"')
    }
    return value
  },
})

builder.scalarType('Sha256', {
  description: 'A SHA-256 as 64 lower-case hexadecimal digits.',
  specifiedByURL: 'https://csrc.nist.gov/pubs/fips/180-4/upd1/final',
  serialize: String,
  extensions: AS_IT_IS,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) {
      throw badInput('a Sha256 is 64 lower-case hexadecimal digits')
    }
    return value
  },
})

function isWebAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text)
    return /^https?:$/.test(protocol) && username === '' && password === ''
  } catch {
    return false
  }
}
