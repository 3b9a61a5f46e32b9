/** Longest URL that is kept: an index entry of PostgreSQL holds about 2,700 bytes. */
export const MAX_URL_LENGTH = 2000

/** Parameters that say where a reader came from, not what the page is. */
const TRACKERS = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid
  mkt_tok _ga _gl _hsenc _hsmi oly_anon_id oly_enc_id vero_id s_cid xtor smid guccounter guce_referrer
  guce_referrer_sig __twitter_impression`.split(/\s+/),
)
const TRACKER_PREFIXES = /^(?:utm|at|ns|wt|hsa|pk|mtm)_/

/**
 * The one address of a page: lower-case scheme and host, no default port, user name, fragment or trailing slash
 * (the root keeps its own), percent-escapes in capitals, and a query without trackers and empty parts, sorted by
 * name; parts of one name keep their order, since it may mean something. Scheme and "www." stay: without them the
 * address may lead nowhere. Applied to its own result it changes nothing.
 *
 * @param url as `httpUrl` accepts it.
 */
export function canonicalUrl(url: string): string {
  const parsed = new URL(url)
  const path = upperEscapes(parsed.pathname).replace(/(?<!\/)\/+$/, '')
  const query = parsed.search
    .slice(1)
    .split('&')
    .map((part) => ({ part: upperEscapes(part), name: upperEscapes(part).split('=', 1)[0] ?? '' }))
    .filter(({ part, name }) => part !== '' && !isTracker(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ part }) => part)
    .join('&')
  return `${parsed.protocol}//${parsed.host}${path || '/'}${query === '' ? '' : `?${query}`}`
}

const isTracker = (name: string) =>
  TRACKERS.has(name.toLowerCase()) || TRACKER_PREFIXES.test(name.toLowerCase())

const upperEscapes = (text: string) => text.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase())

/**
 * The URL, trimmed, when it is absolute, http or https, without a user name or password, and short enough.
 *
 * @throws RangeError whose message, put after the field's name, says what is wanted.
 */
export function httpUrl(value: string): string {
  const url = value.trim()
  const parsed = /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url) : null
  if (!parsed)
    throw new RangeError(
      `is "${url.slice(0, 80)}", but must be a whole address like https://example.org/page`,
    )
  if (parsed.username || parsed.password) throw new RangeError('must not hold a user name or password')
  if (url.length > MAX_URL_LENGTH || parsed.href.length > MAX_URL_LENGTH) {
    throw new RangeError(`is longer than ${MAX_URL_LENGTH} characters`)
  }
  return url
}

/** Host of a URL, lower case, without a leading "www." and a port. */
export function domainOf(url: string): string {
  return new URL(url).hostname.replace(/^www\.(?=.*\.)/, '').replace(/\.$/, '')
}
