import { is, type Token } from '../text/token.js'

/** Words that an office may have. */
const ROLE_REACH = 8

/**
 * The office before the name ("Transport Minister Ana Silva", "the transport minister, Ana Silva,") or after it
 * ("Ana Silva, the transport minister,"), as printed.
 */
export function roleOf(text: string, tokens: Token[], nameFrom: number, to: number): string | null {
  const before = roleBefore(text, tokens, nameFrom)
  if (before !== null) return before
  const closed = /^[,.!?]?$/.test(tokens[to]?.text ?? '')
  if (tokens[nameFrom - 1]?.text === ',' && closed) {
    const start = officeStart(tokens, nameFrom - 1)
    const told = tokens[to]?.text === ',' || tokens[start - 2]?.verb !== undefined
    const office = told
      ? (roleBefore(text, tokens, nameFrom - 1) ?? officeText(text, tokens, start, nameFrom - 1))
      : null
    if (office !== null) return office
  }
  return roleAfter(text, tokens, to) ?? roleTaken(text, tokens, to) ?? officeAhead(text, tokens, nameFrom)
}

/**
 * Returns the index after the article of "the minister of public works" that ends before `end`; -1 when no office
 * stands there.
 */
export function officeStart(tokens: Token[], end: number): number {
  for (let i = end - 1; i > Math.max(0, end - ROLE_REACH); i--) {
    const token = tokens[i - 1]
    if (token?.kind !== 'word' || tokens[i]?.kind !== 'word') return -1
    if (/^(?:the|its|'s)$/.test(token.lower)) return opensOffice(tokens, i, end) ? i : -1
  }
  return -1
}

/** Tells whether an office stands before the first preposition. */
function opensOffice(tokens: Token[], from: number, end: number): boolean {
  for (let i = from; i < end && !is(tokens[i], 'preposition'); i++) if (isOffice(tokens[i])) return true
  return false
}

/** Returns the office of "the minister of public works Ana Silva"; null for "the spokesman for Ana Silva". */
function officeAhead(text: string, tokens: Token[], end: number): string | null {
  const last = tokens[end - 1]
  if (last?.kind !== 'word' || !/^\p{Ll}+$/u.test(last.text) || is(last, 'function')) return null
  return officeText(text, tokens, officeStart(tokens, end), end)
}

const officeText = (text: string, tokens: Token[], start: number, end: number) =>
  start < 0 ? null : text.slice(tokens[start]?.start, tokens[end - 1]?.end)

/** Returns the office right before token `end`: "Transport Minister", "union leader". */
function roleBefore(text: string, tokens: Token[], end: number): string | null {
  let start = end
  while (start > 0 && end - start < ROLE_REACH && isRoleWord(tokens[start - 1])) start--
  // In "the chief executive of Brod Line" somebody else holds the office.
  if (/^(?:of|for|and)$/.test(tokens[end - 1]?.lower ?? '')) return null
  while (start < end && /^(?:of|for|and)$/.test(tokens[start]?.lower ?? '')) start++
  // In "Prime Minister Ada Moss and Mayor Tom Bell" two people hold two offices.
  for (let i = end - 2; i > start; i--)
    if (tokens[i]?.lower === 'and' && isOffice(tokens[i + 1]) && isName(tokens[i - 1])) start = i + 1
  let titled = false
  for (let i = start; i < end; i++) titled ||= isOffice(tokens[i])
  if (!titled) return null
  while (end - start < ROLE_REACH && isQualifier(tokens[start - 1], tokens[start])) start--
  while (/^(?:new|current|then)$/.test(tokens[start]?.lower ?? '')) start++
  return text.slice(tokens[start]?.start, tokens[end - 1]?.end)
}

const isOffice = (token: Token | undefined) => (token?.office ?? 0) > 0

const isName = (token: Token | undefined) =>
  token?.capital === true && !is(token, 'office') && !is(token, 'nameAdjective')

/** Tells whether a word may stand in front of an office as a part of it: "union leader", "EU policy chief". */
function isQualifier(token: Token | undefined, next: Token | undefined): boolean {
  if (token?.kind !== 'word' || is(token, 'function') || is(token, 'honorific')) return false
  return (
    token.capital ||
    (!next?.capital &&
      /^\p{Ll}{3,}$/u.test(token.text) &&
      !token.verb &&
      !is(token, 'pastEnding') &&
      !is(token, 'adverbEnding') &&
      !token.lower.endsWith('s'))
  )
}

function isRoleWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || is(token, 'honorific')) return false
  if (is(token, 'office') || is(token, 'nameAdjective') || is(token, 'roleJoiner')) return true
  return token.capital && !is(token, 'function')
}

/** Returns the office behind "became": "Ana Silva became transport minister on Thursday". */
function roleTaken(text: string, tokens: Token[], to: number): string | null {
  if (!/^(?:became|becomes|remains)$/.test(tokens[to]?.lower ?? '')) return null
  let start = to + 1
  while (/^(?:the|new)$/.test(tokens[start]?.lower ?? '')) start++
  let end = start
  while (end - start < ROLE_REACH && isRoleWord(tokens[end])) end++
  for (let i = start; i < end; i++)
    if (isOffice(tokens[i]))
      return text.slice(tokens[start]?.start, tokens[i + (tokens[i]?.office ?? 1) - 1]?.end)
  return null
}

/** Returns the office behind a comma or bracket: "Ana Silva, 54, the mayor,". */
function roleAfter(text: string, tokens: Token[], to: number): string | null {
  const bracket = tokens[to]?.text === '('
  if (tokens[to]?.text !== ',' && !bracket) return null
  // "Ana Silva, 54, the mayor,"
  const aged = /^\p{N}{1,3}$/u.test(tokens[to + 1]?.text ?? '') && tokens[to + 2]?.text === ','
  let start = aged ? to + 3 : to + 1
  if (/^(?:and|or|but)$/.test(tokens[start]?.lower ?? '')) return null
  if (is(tokens[start], 'pastOffice')) return null
  while (is(tokens[start], 'officeOpener')) start++
  let titled = false
  for (let i = start; i < Math.min(tokens.length, start + 14); i++) {
    const token = tokens[i]
    if (!token || token.kind === 'quote') return null
    const since = /^(?:since|until)$/.test(token.lower)
    if (since || /^[,.;)—–]$|^--$/.test(token.text)) {
      return titled && i > start ? text.slice(tokens[start]?.start, tokens[i - 1]?.end) : null
    }
    if (/^(?:said|says|told|of)$/.test(token.lower) && !titled) return null
    if (is(token, 'officeStop')) return null
    titled ||= isOffice(tokens[i])
  }
  return null
}
