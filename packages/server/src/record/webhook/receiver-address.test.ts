import { describe, expect, it } from 'vitest'
import { isPublicAddress, receiverAddress } from './receiver-address.js'

const read = (url: string, mayBePrivate = false) => {
  try {
    return receiverAddress(url, ['input', 'url'], mayBePrivate)
  } catch (error) {
    return (error as Error).message
  }
}

describe('the address of a receiver', () => {
  it('is kept as it is sent to, without its fragment', () => {
    expect(read('https://Example.org/hooks?a=b#c')).toBe('https://example.org/hooks?a=b')
  })

  it.each(['not an address', 'ftp://example.org/', 'javascript:alert(1)', '/hooks'])('is none: %s', (url) => {
    expect(read(url)).toBe('input.url is no address: pass one such as https://example.org/hooks')
  })

  it('has no password, is not too long, and is secure', () => {
    expect(read('https://me:secret@example.org/')).toContain('has a password')
    expect(read(`https://example.org/${'x'.repeat(2_000)}`)).toContain('pass at most 2000')
    expect(read('http://example.org/hooks')).toContain('is not secure: pass one with https://')
    expect(read('http://example.org/hooks', true)).toBe('http://example.org/hooks')
  })

  it.each([
    ...[
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '[::1]', '[::]', '[fe80::1]', '[fd00::1]'],
    ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]'],
    ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost'],
  ])('is not in a private network: %s', (host) => {
    expect(read(`https://${host}/`)).toContain('is in a private network')
    expect(read(`https://${host}/`, true)).toMatch(/^https:/)
  })

  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('is public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})
