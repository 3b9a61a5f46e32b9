import { hasRole, isNoName } from './no-names.js'
import { plainLine } from './page-title.js'

const NAME_WORD = "(?:\\p{Lu}|[dDlL]['’]\\p{Lu})[\\p{L}\\p{M}.'’-]*"
const PARTICLE = '(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|zu|zum|af|ter|ten|y|e)'
const NAME = new RegExp(`^${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+){0,2}(?:${NAME_WORD})){0,4}$`, 'u')
/** Names in writings without capitals. */
const UNCASED = /^[\p{Lo}\p{M}・·\s]{2,30}$/u

/** "By", "Written by", "Ein Interview von", "Par", "Texte:", "View all posts by". */
const INTRODUCTION = new RegExp(
  [
    '^(?:view|see|read)?\\s*(?:all\\s+)?(?:posts?|articles|stories|more)\\s+(?:by|from)\\s+',
    '^(?:[\\p{L}\\s,&]{0,40}\\s)?(?:by|von|door)\\s*:?\\s+',
    '^(?:par|por|di|przez|av|af|pubblicato da|publicado por|publié par|écrit par|scritto da|opracowanie|a cura di)\\s*:?\\s+',
    '^(?:[\\p{L}\\s]{0,30})?(?:interview|texte?|words|story|report|author|authors|autor|autorin|autoren|auteur|auteurs|reporter|writer|photos?|fotos?|byline|aufgezeichnet|protokoll|reportage|analyse|kommentar|written|posted|published)\\s*:\\s*',
  ].join('|'),
  'iu',
)
/** What follows the names: a place, a time, a role in brackets, "for Quay News", "is a reporter". */
const REST =
  /\s*(?:[|•·●\t([<{]|\s[–—-]+\s|\s-|@|https?:|www\.|\s(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)\p{L}*\.?\s+\d|\d|\b(?:for|pour|für|last|on|On|is|was|has|writes?|reports?|reporting|in|at|from|am|um)\s|\b(?:[Uu]pdated|UPDATED|[Pp]ublished|PUBLISHED|[Pp]osted|[Ff]ollow|[Ee]-?mail|[Ss]pecial to|[A-Z][a-z]{2,5}day\b,?\s|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\b|Mittwoch\b))[\s\S]*$/u
const JOINTS = /\s*(?:,|;|&|\+|\/|\n|\s(?:and|und|et|og|och|with|mit|avec|con|ja)\s)\s*/iu
const SHORT_JOINTS = /\s(?:y|e|i|en)\s/u
const DEGREE = /^(?:ph\.?\s?d|m\.?\s?d|md|dr|prof|esq|msc|ba|ma|mba|rn|cpa)\.?$/i
const GENERATION = /^(?:jr|sr|i{2,3}|iv)\.?$/i
const TITLE = /^(?:dr|prof|mr|mrs|ms|sir|dame)\.?\s+(?=\p{Lu})/iu
/** An agency that stands after a name without a comma. */
const AGENCY = /(?<=\p{L} \S+)\s+(?:The\s+)?(?:Associated Press|Reuters|AFP|AP|Bloomberg)$/u
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i
const DESK =
  /\b(?:admin\w*|webmaster|editors?|editorial|staff|team|guest|author|unknown|anonymous|redaktion|contributors?|bureau|desk|reports|newsroom)\b/i
/** The most characters of an author field that are read. */
const MAX_LENGTH = 2000

/**
 * The persons in a byline or an author field: "By Ida Berg, Jon Lund and Kim Post | Quay News" are three. Leaves out roles,
 * places in brackets, times, handles, addresses, organisations and the site.
 *
 * @param siteNames names of the site, which are no authors.
 * @param strict whether a name needs two words at least, as in a line that may be no byline.
 */
export function personNames(value: string, siteNames: readonly string[], strict = false): string[] {
  const list = plainText(value).replace(INTRODUCTION, '').replace(INTRODUCTION, '').replace(REST, '')
  const sites = new Set(siteNames.map(key))
  const names = joinGenerations(list.split(JOINTS).flatMap(splitShort))
    .map(tidyName)
    .filter((part, index) => isName(part) && !(index > 0 && hasRole(part)) && !sites.has(key(part)))
  const isInverted =
    /^[^,]+,[^,]+$/.test(list) && names.length === 2 && names.every((name) => !/\s/.test(name))
  if (isInverted) return [`${names[1]} ${names[0]}`]
  const full = names.filter((name) => /\s/.test(name) || UNCASED.test(name))
  return full.length > 0 || strict ? full : names
}

const BYLINE =
  /^(?:by|written by|story by|reported by|von|par|por|door|di|av|af|interview|text|texte|tekst|a cura di)\b\s*:?\s+\p{Lu}/iu

/** Whether a line begins as one that names authors: "By Ida Berg", "Von Ida Berg, Wien", "Interview: Ida Berg". */
export const isByline = (line: string): boolean => BYLINE.test(line)

/** The name of an agency or another organisation that is not the site itself, else null. */
export function organisationName(value: string, siteNames: readonly string[]): string | null {
  const name = plainLine(value)?.replace(INTRODUCTION, '').trim() ?? ''
  const isAddress = /@|https?:|\b[\w-]+\.[a-z]{2,}$/i.test(name)
  const isSite = siteNames
    .map(key)
    .some((site) => site.includes(key(name)) || (site.length > 3 && key(name).includes(site)))
  return !/^\p{Lu}/u.test(name) || name.length > 60 || isAddress || DESK.test(name) || isSite ? null : name
}

const plainText = (value: string) =>
  value
    .slice(0, MAX_LENGTH)
    .split('\n')
    .map((line) => plainLine(line) ?? '')
    .filter((line) => line !== '')
    .join('\n')

const key = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Splits "Ana Ruiz y Luis Ortega", but not "José Ortega y Gasset". */
function splitShort(part: string): string[] {
  const parts = part.split(SHORT_JOINTS)
  return parts.length > 1 && parts.every((one) => /\S\s\S/.test(one)) ? parts : [part]
}

/** Puts "King", "Jr." together again, and leaves out degrees. */
function joinGenerations(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts.map((one) => one.trim())) {
    if (GENERATION.test(part) && joined.length > 0) joined.push(`${joined.pop()} ${part}`)
    else if (!DEGREE.test(part) && part !== '') joined.push(part)
  }
  return joined
}

/** Takes a title off the front of a name, and signs off its end. */
function tidyName(part: string): string {
  const bare = part.replace(TITLE, '').replace(AGENCY, '').trim()
  return bare.replace(/[\s,:;]+$/, '').replace(/(?<=\p{L}{3})\.$/u, '')
}

const isName = (part: string) =>
  part.length < 60 &&
  !MONTH.test(part) &&
  !isNoName(part) &&
  (UNCASED.test(part) || (NAME.test(part) && /\p{L}{2}/u.test(part)))
