import { canonicalHost } from './canonical-host.js'

/** Most characters of a URL: an index entry of PostgreSQL holds about 2,700 bytes. */
export const MAX_URL_LENGTH = 2000

/** Query parameters that say where a reader came from, not what the page is. */
const TRACKERS = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid gad_source msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id rdt_cid epik
  srsltid mc_cid mc_eid mkt_tok _ga _gl _hsenc _hsmi __hstc __hssc __hsfp hsctatracking oly_anon_id oly_enc_id vero_id
  s_cid xtor smid guccounter guce_referrer guce_referrer_sig __twitter_impression ref_src ref_url cmpid ncid ito icid
  mibextid elqtrackid wprov usqp amp_js_v amp_gsa sr_share soc_src soc_trk _openstat`.split(/\s+/),
)
const TRACKER_PREFIXES = /^(?:utm|at|ns|wt|hsa|pk|piwik|mtm|matomo)_/

/** Query parameters that ask for another look of the same page, by their values. */
const LOOKS = new Map<string, RegExp>(
  Object.entries({
    ...{ amp: /^(?:|1|0|true|false|yes)$/, print: /^(?:|1|true|yes)$/, printable: /^(?:|1|true|yes)$/ },
    ...{ mobile: /^(?:|1|0|true|false|yes)$/, m: /^[01]$/, outputtype: /^amp$/, output: /^(?:amp|print)$/ },
    ...{
      view: /^(?:amp|print|mobile)$/,
      format: /^(?:amp|print)$/,
      mode: /^(?:amp|print)$/,
      print_view: /^/,
    },
  }),
)

/** A cache of AMP pages, with the address of the page in its path. */
const AMP_CACHE =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]+\/amp|[\w-]+\.cdn\.ampproject\.org(?:\/[acv])?|[\w-]+\.bing-amp\.com\/[acv])\/s\/([^/?#]+\.[^/?#]+.*)$/i

/**
 * Gives the same address for all ways to write the URL of a page, so that an article has one identity.
 *
 * - The scheme becomes https, the host lower case, without "www.", "m.", "mobile." and "amp." (see `canonicalHost`).
 * - User name, default port, fragment and trailing slash go away (the root keeps its slash), and so do a last
 *   `index.html` or the like, `/amp` or `.amp` and `/print` at the end of a path, and `/amp/` and `/print/` at its beginning.
 * - Trackers, empty parameters and those that ask for an AMP, mobile or print view go away. The others stay, because they
 *   may say which article it is. They are sorted by name, but those of the same name keep their order.
 * - Percent-escapes become capitals.
 *
 * Exceptions: another port than the default stays, and so does a fragment that begins with `!` or `/`, by which some sites
 * say which page it is. A path that is nothing but `/amp`, `/print` or `/m` stays. Applied to its own result, the function
 * changes nothing.
 *
 * The result may lead nowhere: a site need not answer by https or without "www.".
 *
 * @param url a URL that `httpUrl` accepts.
 */
export function canonicalUrl(url: string): string {
  const cached = AMP_CACHE.exec(url)?.[1]
  if (cached && URL.canParse(`https://${cached}`)) return canonicalUrl(`https://${cached}`)
  const parsed = new URL(
    url.replace(/^http:/i, 'https:').replace(/^(https:\/\/[^/?#]*):80(?=[/?#]|$)/i, '$1'),
  )
  const query = parsed.search
    .slice(1)
    .split('&')
    .map((part) => ({ part: upperEscapes(part), name: upperEscapes(part).split('=', 1)[0] ?? '' }))
    .filter(({ part, name }) => part !== '' && !isTracker(name) && !isLook(name, part.slice(name.length + 1)))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ part }) => part)
    .join('&')
  const host = canonicalHost(parsed.hostname) + (parsed.port && `:${parsed.port}`)
  const fragment = /^#[!/]./.test(parsed.hash) ? upperEscapes(parsed.hash) : ''
  return `https://${host}${canonicalPath(upperEscapes(parsed.pathname))}${query && `?${query}`}${fragment}`
}

/** What may stand at the end of a path and says nothing of the page. */
const ENDS = [
  /\/+$/,
  /(?<=\/)(?:index|default)\.(?:html?|xhtml|shtml|php\d?|aspx?|jsp|cfm)$/i,
  /(?<=\/[^/]+)[./](?:amp|print)$/i,
  /(?<=\/[^/]+)[.-](?:amp|print)(?=\.html?$)/i,
]

function canonicalPath(path: string): string {
  let rest = path.replace(/^\/(?:amp|print)(?=\/[^/]+\/?[^/])/i, '')
  for (let before = ''; before !== rest; ) {
    before = rest
    for (const end of ENDS) rest = rest.replace(end, '')
  }
  return rest.startsWith('/') ? rest : `/${rest}`
}

const isTracker = (name: string) =>
  TRACKERS.has(name.toLowerCase()) || TRACKER_PREFIXES.test(name.toLowerCase())

const isLook = (name: string, value: string) =>
  LOOKS.get(name.toLowerCase())?.test(value.toLowerCase()) ?? false

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

/** The site of a URL: its host as `canonicalHost` gives it, without port. */
export const domainOf = (url: string): string => canonicalHost(new URL(url).hostname)
