import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactId, FOLDERS, handleOf, idIn, pathOf, slugOf, wordsInHandle } from './handle.js'

const globalId = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url')

describe('a handle', () => {
  it('leads back to the id, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...Object.values(FOLDERS)),
        (uuid, name, type) => {
          const id = globalId(type, uuid)
          expect(idIn(handleOf(id, name), type)).toBe(id)
        },
      ),
    )
  })

  it('is one part of a path, whatever the name', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'binary' }), (uuid, name) => {
        const path = pathOf('speakers', { id: globalId('Speaker', uuid), name })
        expect(path).toMatch(/^\/speakers\/[\w%-]+$/)
        expect(decodeURIComponent(path).slice('/speakers/'.length)).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u)
      }),
    )
  })

  it('has 26 characters of id, and is right in capitals, too', () => {
    const id = globalId('Speaker', '01a2286b-3951-7386-bc55-3d92352c3e56')
    expect(compactId(id)).toBe('01m8m6peahee3brn9xj8tjrfjp')
    expect(handleOf(id, 'Søren “The Łódź” O’Hallström')).toBe(
      'soren-the-lodz-ohallstrom-01m8m6peahee3brn9xj8tjrfjp',
    )
    expect(idIn('ANIL-RAO-01M8M6PEAHEE3BRN9XJ8TJRFJP', 'Speaker')).toBe(id)
    expect(wordsInHandle('anil-rao-01m8m6peahee3brn9xj8tjrfjp')).toBe('anil rao')
  })

  it.each([
    '',
    'anil-rao',
    '01m8m6peahee3brn9xj8tjrfj',
    'x01m8m6peahee3brn9xj8tjrfjp',
    'zzzzzzzzzzzzzzzzzzzzzzzzzz',
    '__proto__',
  ])('names nothing: %j', (handle) => expect(idIn(handle, 'Speaker')).toBeNull())
})

it.each([
  [
    'Rents in Quarrin rise faster than the tide, and the minister is asked why',
    'rents-in-quarrin-rise-faster-than-the-tide-and-the-minister',
  ],
  ['Donaudampfschifffahrt'.repeat(20), 'donaudampfschifffahrt'.repeat(20).slice(0, 60)],
  ['\u202eهذا عنوان\u202c', 'هذا-عنوان'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['…', ''],
])('makes a slug of whole words: %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
