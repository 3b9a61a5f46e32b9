import { type FoundDate, findDates } from '../../../dates/find-dates.js'
import type { PartialDate } from '../../../dates/partial-date.js'
import { parsePrintedDate } from '../../../dates/printed-date.js'
import type { Outlined } from './page-outline.js'

/** A date in an element of the page. */
export interface PrintedEvidence {
  date: PartialDate
  /** `PUBLISHED`: a label or a name says so. `DATED`: an element for dates. `BARE`: a line with little else. */
  rank: 'PUBLISHED' | 'DATED' | 'BARE'
  /** Whether people read it; else it stands in an attribute. */
  isText: boolean
}

const PUBLISHED_LABEL =
  /publi(?:sh|é|ée|cad|c\.)|pubblicat|posted|erschienen|veröffentlicht|gepubliceerd|geplaatst|opublikowan|publicerad|udgivet|publisert|issued|first aired|created on|erstellt|дата публикации/i
const CHANGED_LABEL =
  /updat|modif|aktuali[sz]|geändert|bearbeitet|mis à jour|mise à jour|maj le|actuali[zs]|aggiorna|bijgewerkt|gewijzigd|atualizad|opdatere|uppdatera|oppdatert|päivitetty|changed|edited|revised|corrected|обновлен/i
const OTHER_LABEL =
  /copyright|©|\(c\)|born|deadline|expires|valid until|gültig bis|accessed|abgerufen|comment|joined|member since|first day|next|event|starts|ends|until|since|\bbis\b|\bseit\b/i
const CHANGED_NAME = /modified|updated|last-?mod|date-?update|changed/
const PUBLISHED_NAME =
  /publish|pubdate|pub-date|date-?published|posted-on|post-date|entry-date|entry-time|date-?created|article-date|article__date|published|publication|parution/
const DATE_NAME =
  /[ -](?:date|datum|fecha|time|datetime|dateline|timestamp|post-meta|entry-meta|article-meta|meta|byline|info|stand)(?=[ -])|date|datum/
/** The most blocks above and below the headline where a line may be a date by itself. */
const [ABOVE, BELOW] = [-4, 8]

/** The dates that a page prints of its article, those nearest to the headline first. Skips days of changes. */
export function printedDates(elements: readonly Outlined[], language: string | null): PrintedEvidence[] {
  const found: (PrintedEvidence & { distance: number })[] = []
  for (const one of elements) {
    if (CHANGED_NAME.test(one.names) && !PUBLISHED_NAME.test(one.names)) continue
    for (const { date, rank, isText } of [...attributeDates(one, language), ...textDates(one, language)]) {
      const isFar = !one.inArticle && (one.distance < -12 || one.distance > 25)
      if (!isFar)
        found.push({ date, rank, isText, distance: one.distance < 0 ? -1.5 * one.distance : one.distance })
    }
  }
  const ranks = ['PUBLISHED', 'DATED', 'BARE']
  return found.sort((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || a.distance - b.distance)
}

/** The dates in the attributes of an element: `datetime`, or `content` and `title` of what is named a date. */
function attributeDates({ element, names }: Outlined, language: string | null): PrintedEvidence[] {
  const isNamed = PUBLISHED_NAME.test(names)
  const values = [
    element.getAttribute('datetime'),
    ...(DATE_NAME.test(names) || isNamed
      ? [element.getAttribute('content'), element.getAttribute('title')]
      : []),
    ...['data-datetime', 'data-date', 'data-published', 'data-timestamp', 'data-time', 'data-utime'].map(
      (name) => element.getAttribute(name),
    ),
  ]
  const dates = values.flatMap((value) => (value ? (parsePrintedDate(value, language) ?? []) : []))
  const isPublished = isNamed || element.getAttribute('pubdate') !== null
  return dates.slice(0, 1).map((date) => ({ date, rank: isPublished ? 'PUBLISHED' : 'DATED', isText: false }))
}

function textDates({ element, text, names, distance }: Outlined, language: string | null): PrintedEvidence[] {
  if (!/\d/.test(text)) return []
  const isPublished = PUBLISHED_NAME.test(names)
  const isDated = element.localName === 'time' || DATE_NAME.test(names)
  const dates = findDates(text, language)
  return dates.flatMap(({ date, start, end }, index): PrintedEvidence[] => {
    const label = text.slice(dates[index - 1]?.end ?? 0, start).slice(-60)
    const last = lastLabel(label)
    if (last === 'CHANGED' || last === 'OTHER') return []
    if (last === 'PUBLISHED' && start < 60) return [{ date, rank: 'PUBLISHED', isText: true }]
    if (text.length > 200 || (index > 0 && !isPublished)) return []
    if (isPublished) return [{ date, rank: 'PUBLISHED', isText: true }]
    if (isDated) return [{ date, rank: 'DATED', isText: true }]
    const isNear = distance >= ABOVE && distance <= BELOW
    return isNear && (isMostlyDate(text, { date, start, end }) || isDateline(text, { date, start, end }))
      ? [{ date, rank: 'BARE', isText: true }]
      : []
  })
}

/**
 * The date that a line of text gives: with a label ("Published 3 March 2026"), by itself, or before the first words of a
 * report ("MARLOW QUAY, March 3, 2026 –"). Null where it has another date, or none.
 */
export function dateOfLine(line: string, language: string | null): PartialDate | null {
  const text = line.slice(0, 200)
  for (const found of findDates(text, language)) {
    const kind = lastLabel(text.slice(0, found.start))
    if (kind === 'PUBLISHED' && found.start < 40) return found.date
    if (kind === null && (isMostlyDate(line, found) || isDateline(line, found))) return found.date
  }
  return null
}

/** Whether a place and a date stand before a dash at the beginning of a report. */
const isDateline = (text: string, { start, end }: FoundDate): boolean =>
  /^\p{Lu}[\p{L}\s.,'’()/-]{0,50}$/u.test(text.slice(0, start)) &&
  /^\)?\s*(?:\([^()]{2,30}\))?\s*[–—-]/.test(text.slice(end, end + 50))

/** The kind of the label nearest before a date. */
function lastLabel(label: string): 'PUBLISHED' | 'CHANGED' | 'OTHER' | null {
  const places = (
    [
      ['PUBLISHED', PUBLISHED_LABEL],
      ['CHANGED', CHANGED_LABEL],
      ['OTHER', OTHER_LABEL],
    ] as const
  ).map(
    ([kind, pattern]) => [kind, [...label.matchAll(new RegExp(pattern, 'gi'))].at(-1)?.index ?? -1] as const,
  )
  const [kind, at] = places.reduce((best, one) => (one[1] > best[1] ? one : best))
  return at < 0 ? null : kind
}

/** Whether a line has little else than a date: a day of the week, a time, a place, a name. */
function isMostlyDate(text: string, { start, end }: FoundDate): boolean {
  const rest = text.slice(0, start) + text.slice(end)
  return start < 40 && rest.length < 60 && !/[.!?]\s*$/.test(rest.trim().replace(/(?:[ap]\.m|Uhr)\.$/i, ''))
}
