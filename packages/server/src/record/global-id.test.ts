import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeGlobalId, encodeGlobalId, idOf, idsOf, parseGlobalId } from './global-id.js'

const type = fc.constantFrom('Site', 'Article', 'ArticleText', 'Speaker', 'Statement', 'Topic')

it('decodes to the type and UUID that it was encoded from, and fits into a URL', () => {
  fc.assert(
    fc.property(type, fc.uuid(), (name, id) => {
      const globalId = encodeGlobalId(name, id)
      expect(globalId).toMatch(/^[\w-]+$/)
      expect(decodeGlobalId(globalId)).toEqual({ type: name, id })
    }),
  )
})

it('is refused with one short line when it is malformed', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => encodeGlobalId('Site', text)),
      ),
      (text) => {
        expect(() => decodeGlobalId(text)).toThrow(
          /^".*" is not an id of this service: pass an `id` that it returned$/s,
        )
      },
    ),
  )
})

it('is refused with spaces, padding or letters of another alphabet', () => {
  const id = encodeGlobalId('Statement', crypto.randomUUID())
  expect(parseGlobalId(id)).not.toBeNull()
  const standard = Buffer.from(id, 'base64url').toString('base64')
  for (const other of [
    `${id} `,
    ` ${id}`,
    `${id}=`,
    `${id}==`,
    `${id}\n`,
    `${id.slice(0, 9)}!${id.slice(9)}`,
  ]) {
    expect(parseGlobalId(other)).toBeNull()
    expect(() => idOf('Statement', other, 'id')).toThrow('id is not an id of this service')
  }
  expect(parseGlobalId(standard)).toEqual(standard === id ? parseGlobalId(id) : null)
})

it('is refused as an id of another type, in a message that names its place', () => {
  const site = encodeGlobalId('Site', crypto.randomUUID())
  expect(() => idOf('Topic', site, 'by.id')).toThrow('by.id is the id of a Site: pass the id of a Topic')
  const topic = encodeGlobalId('Topic', crypto.randomUUID())
  expect(() => idsOf('Topic', [topic, site], 'filter.topicIds')).toThrow(
    'filter.topicIds[1] is the id of a Site',
  )
})
