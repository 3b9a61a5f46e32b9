import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publicLookup } from './checked-lookup.js'
import { post } from './post.js'

let server: Server
let asked = 0
let port: number
const { signal } = new AbortController()

beforeAll(async () => {
  server = createServer((_request, response) => {
    asked++
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

it('connects to no private address, by whatever name', async () => {
  const options = { mayBePrivate: false, timeout: 1_000, signal }
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433']) {
    const { status, error } = await post(`https://${host}:${port}/`, {}, '{}', options)
    expect([host, status, error]).toEqual([host, null, expect.stringContaining('private network')])
  }
  expect(asked).toBe(0)
})

it('does not trust a name that means a private address when it is looked up', async () => {
  const look = promisify(publicLookup as never) as (host: string, options: object) => Promise<unknown>
  await expect(look('localhost', { all: true })).rejects.toThrow('localhost is in a private network')
  await expect(look('localhost', {})).rejects.toThrow('localhost is in a private network')
  await expect(look('there-is-no-such-name.invalid', {})).rejects.toThrow('ENOTFOUND')
  await expect(look('93.184.215.14', {})).resolves.toBe('93.184.215.14')
})

it('sends where an operator allows it', async () => {
  const options = { mayBePrivate: true, timeout: 1_000, signal }
  expect(await post(`http://127.0.0.1:${port}/`, {}, '{}', options)).toEqual({ status: 200, error: null })
})
