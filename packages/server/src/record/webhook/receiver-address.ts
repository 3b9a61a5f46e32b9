import ipaddr from 'ipaddr.js'
import { wrong } from '../write/input.js'

const LONGEST = 2_000

/**
 * Checks the address of a receiver, and gives it back as it is sent to.
 *
 * @param mayBePrivate whether it may be http, or name a private network.
 * @throws InputError saying what to change.
 */
export function receiverAddress(url: string, path: string[], mayBePrivate: boolean): string {
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw wrong(path, 'is no address: pass one such as https://example.org/hooks')
  }
  if (parsed.username || parsed.password) {
    throw wrong(path, 'has a password: leave it out, for the signature shows who sends')
  }
  if (parsed.href.length > LONGEST) {
    throw wrong(path, `has ${parsed.href.length} characters: pass at most ${LONGEST}`)
  }
  if (!mayBePrivate && parsed.protocol !== 'https:')
    throw wrong(path, 'is not secure: pass one with https://')
  if (!mayBePrivate && isPrivateHost(parsed.hostname)) {
    throw wrong(path, 'is in a private network: pass a public one, or set ONRECORD_WEBHOOK_PRIVATE=on')
  }
  parsed.hash = ''
  return parsed.href
}

/** Whether a host is an address that is not public, or a name of this machine. Other names are resolved when it is sent. */
function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  return ipaddr.isValid(host) ? !isPublicAddress(host) : /(^|\.)localhost$/.test(host)
}

/** Whether an IP address is one of the public internet: no private, loopback, link-local or reserved one. */
export const isPublicAddress = (address: string): boolean => ipaddr.process(address).range() === 'unicast'
