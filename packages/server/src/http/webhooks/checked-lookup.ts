import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from '../../record/webhook/receiver-address.js'

/** Thrown when a receiver is at an address that nothing may be sent to. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
  constructor(host: string) {
    super(`${host} is in a private network: nothing is sent there unless ONRECORD_WEBHOOK_PRIVATE is on`)
  }
}

/**
 * The look-up of a connection that only goes to public addresses. Node connects to an address that this function gives,
 * so that a name cannot mean another address when it is connected to than when it was checked.
 */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const found = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = found
    if (!first) return callback(new ForbiddenAddressError(host), '', 0)
    if (options.all) callback(null, found)
    else callback(null, first.address, first.family)
  })
}
