import { expect, it } from 'vitest'
import { readConfiguration } from '../http/configuration.js'
import { welcome } from './welcome.js'

const linesOf = (env: Record<string, string>) =>
  welcome('http://127.0.0.1:4000', readConfiguration(env)).split('\n')

it('says who may do what on the embedded database', () => {
  const lines = linesOf({ ONRECORD_DATA: 'data' })
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {2}Admin {4}the key in .*local-admin\.key, for ONRECORD_KEY/),
  )
  expect(lines).toContain(
    '  Public   statements that nobody has reviewed, too: ONRECORD_PUBLIC_PROPOSALS=off hides them',
  )
})

it('says on PostgreSQL why a new record shows nothing, and how to get a key', () => {
  const lines = linesOf({ DATABASE_URL: 'postgresql://user:secret@host/record' })
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}Admin {4}a key that `onrecord keys create /))
  expect(lines).toContain(
    '  Public   no statement before it is reviewed: ONRECORD_PUBLIC_PROPOSALS=on shows them to everybody',
  )
  expect(lines.join('\n')).not.toContain('secret')
})
