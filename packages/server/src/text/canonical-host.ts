/**
 * The host of a site, without what says how the page looks: "www.", "www2.", "m.", "mobile." and "amp." at its beginning,
 * "m." also after a first label of a language, "en.m.". What stays has a dot: "m.me" and "amp.dev" are sites.
 *
 * @param host in lower case, as `URL.hostname` gives it.
 */
export function canonicalHost(host: string): string {
  let rest = host.replace(/\.$/, '')
  if (/^[\d.]+$|^\[/.test(rest)) return rest
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest
      .replace(/^(?:www\d{0,2}|m|mobile|amp)\.(?=[^.]+\..)/, '')
      .replace(/^([a-z]{2,3})\.m\.(?=[^.]+\..)/, '$1.')
  }
  return rest
}
