/** Most characters of a URL: an index entry of PostgreSQL holds about 2,700 bytes. */
export const MAX_URL_LENGTH = 2000

/** Query parameters that say where a reader came from, not what the page is. */
const TRACKERS = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid
  mkt_tok _ga _gl _hsenc _hsmi oly_anon_id oly_enc_id vero_id s_cid xtor smid guccounter guce_referrer
  guce_referrer_sig __twitter_impression`.split(/\s+/),
)
const TRACKER_PREFIXES = /^(?:utm|at|ns|wt|hsa|pk|mtm)_/

/**
 * Gives the same address for all ways to write the URL of a page. Scheme and host become lower case. Default port, user
 * name, fragment and trailing slash go away (the root keeps its slash). Percent-escapes become capitals. Trackers and
 * empty parameters go away; the others are sorted by name, but parameters of the same name keep their order, because it
 * may matter. Scheme and "www." stay, because the address may lead nowhere without them. Applied to its own result, the
 * function changes nothing.
 *
 * @param url a URL that `httpUrl` accepts.
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
 * Trims a URL and checks that it is absolute, http or https, without a user name or password, and short enough.
 *
 * @throws RangeError when it is not. The message follows the name of the field and says what is wanted.
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

/** The host of a URL in lower case, without port and leading "www.". */
export function domainOf(url: string): string {
  return new URL(url).hostname.replace(/^www\.(?=.*\.)/, '').replace(/\.$/, '')
}
