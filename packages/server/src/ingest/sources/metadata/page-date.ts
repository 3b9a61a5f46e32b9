import type { PartialDate } from '../../../dates/partial-date.js'
import { isPossibleDate } from '../../../dates/possible-date.js'
import { dateFromUrl, parsePrintedDate } from '../../../dates/printed-date.js'
import type { MetaTags } from './meta-tags.js'
import type { Outlined } from './page-outline.js'
import { type PrintedEvidence, printedDates } from './printed-dates.js'

/** What can tell the date of an article. */
export interface DateSources {
  /** `datePublished` of the article's JSON-LD. */
  linked: readonly (string | null)[]
  meta: MetaTags
  elements: readonly Outlined[]
  url: string | null
  /** The tag of the page's language, with the country where the page tells it. */
  language: string | null
  /** Dates after it are refused. */
  now: Date
}

/** Names of `<meta>` that give the first publication. */
const PUBLISHED =
  `article:published_time og:article:published_time article:published og:published_time og:pubdate datepublished
  date_published parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime rnews:datepublished bt:pubdate
  pubdate publishdate publish_date publish-date published-date published_at publication_date article:publicationdate
  article_date_original originalpublicationdate shareaholic:article_published_time citation_publication_date
  citation_online_date dc.date.issued dcterms.issued dc.issued dc.date.published article.published dateposted`.split(
    /\s+/,
  )
/** Names of `<meta>` that some sites use for the last change. */
const DATED =
  `date dc.date dcterms.date dc:date dc.date.created dcterms.created dc.created datecreated article.created created
  citation_date gentime timestamp artikel.date search.date displaydate pub_date`.split(/\s+/)

interface Evidence {
  date: PartialDate
  source: string
}

/**
 * Finds the day on which an article was published. Each source names one: JSON-LD, `<meta>`, elements, the address. The first
 * that another one confirms counts, else the first. What the page prints and the address tell the day of an instant in UTC,
 * because readers far from Greenwich see another one. Never the day of a change.
 */
export function findDate({ linked, meta, elements, url, language, now }: DateSources): PartialDate | null {
  const isPossible = (date: PartialDate) => isPossibleDate(date, now)
  const read = (source: string, values: readonly (string | null)[]): Evidence[] => {
    const dates = values.flatMap((value) => (value === null ? [] : (parsePrintedDate(value, language) ?? [])))
    return dates
      .filter(isPossible)
      .slice(0, 1)
      .map((date) => ({ date, source }))
  }
  const printed = printedDates(elements, language).filter(({ date }) => isPossible(date))
  const best = (rank: PrintedEvidence['rank']) =>
    printed
      .filter((one) => one.rank === rank)
      .slice(0, 1)
      .map(({ date }) => ({ date, source: 'printed' }))
  const address = (url === null ? [] : [dateFromUrl(url)]).flatMap((date) =>
    date && isPossible(date) ? [{ date, source: 'address' }] : [],
  )
  const evidence = [
    ...read('linked', linked),
    ...read(
      'meta',
      PUBLISHED.map((name) => meta.first(name)),
    ),
    ...best('PUBLISHED'),
    ...read(
      'dated',
      DATED.map((name) => meta.first(name)),
    ),
    ...address.filter(({ date }) => date.precision === 'DAY'),
    ...best('DATED'),
    ...best('BARE'),
    ...address.filter(({ date }) => date.precision !== 'DAY'),
  ]
  const chosen = evidence.find((one) => isConfirmed(one, evidence)) ?? evidence[0]
  const seen = [...printed.filter(({ isText }) => isText), ...address].map(({ date }) => date)
  return chosen ? exactDay(chosen.date, seen) : null
}

const isConfirmed = (one: Evidence, all: readonly Evidence[]) =>
  all.some((other) => other.source !== one.source && isSameDay(one.date, other.date))

const isSameDay = (a: PartialDate, b: PartialDate) =>
  a.earliest === a.latest &&
  b.earliest === b.latest &&
  (a.earliest === b.earliest || isDayOf(a, b) || isDayOf(b, a))

/** Whether an instant in UTC, or a time without an offset, falls on a day somewhere on earth. */
function isDayOf(time: PartialDate, { earliest }: PartialDate): boolean {
  const [, local] =
    /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?$/.exec(time.asWritten ?? '') ?? []
  const utc =
    time.instant !== null && time.edtf.endsWith('Z') ? time.instant : local && `${local.replace(' ', 'T')}Z`
  if (!utc) return false
  const hours = (Date.parse(utc) - Date.parse(`${earliest}T00:00:00Z`)) / 3_600_000
  return hours > -14 && hours < 36
}

/** The day that readers saw, as the page prints it, else as the address has it, of a date that leaves it open. */
function exactDay(date: PartialDate, seen: readonly PartialDate[]): PartialDate {
  const days = seen.filter(({ precision }) => precision === 'DAY')
  const isOpen = date.precision === 'MONTH' || date.precision === 'YEAR'
  const day = days.find((one) => (isOpen ? one.edtf.startsWith(date.edtf) : isDayOf(date, one)))
  return day === undefined || (day.earliest === date.earliest && !isOpen) ? date : day
}
