import { describe, expect, it } from 'vitest'
import { deskRequests } from '../../../test/harness/desk-requests.js'
import { revokeKey } from '../../record/api-key/keys.js'

const { database, server, serve, newKey, own, request, cookieOf, begin, viewer } = deskRequests()

describe('a session', () => {
  it('counts for GraphQL only with its proof and from the same origin; else its cookie is ignored', async () => {
    const { key } = await newKey('Ottilie', 'reviewer')
    const { cookie, proof } = await begin(key)
    const other = await begin((await newKey('Sven', 'reviewer')).key)
    const csrf = { 'x-onrecord-csrf': proof }
    expect(await viewer({ cookie, ...csrf, ...own() })).toBe('Ottilie')
    expect(await viewer({ cookie, ...csrf, origin: server().url })).toBe('Ottilie')
    expect(await viewer({ cookie, ...own() })).toBe('anonymous')
    expect(await viewer({ cookie, ...csrf, 'sec-fetch-site': 'cross-site' })).toBe('anonymous')
    expect(await viewer({ cookie, ...csrf, origin: 'https://evil.example' })).toBe('anonymous')
    expect(await viewer({ cookie, ...csrf })).toBe('anonymous')
    expect(await viewer({ cookie, 'x-onrecord-csrf': other.proof, ...own() })).toBe('UNAUTHENTICATED')
    expect(await viewer({ ...csrf, ...own() })).toBe('UNAUTHENTICATED')
    expect(await viewer({ cookie, authorization: `Bearer ${other.cookie}`, ...csrf, ...own() })).toBe(
      'UNAUTHENTICATED',
    )
  })

  it('is none when somebody has changed or made up its cookie', async () => {
    const { key } = await newKey('Pascoe', 'reviewer')
    const { cookie, proof } = await begin(key)
    const at = cookie.length - 3
    const changed = cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1)
    const madeUp = `onrecord_session=${Buffer.from(JSON.stringify({ key, id: 'x', at: Date.now() })).toString('base64url')}`
    for (const forged of [changed, madeUp, 'onrecord_session=']) {
      expect(await viewer({ cookie: forged, 'x-onrecord-csrf': proof, ...own() })).toBe('UNAUTHENTICATED')
      expect((await request('/desk', { headers: { cookie: forged } })).headers.get('location')).toBe(
        '/desk/sign-in',
      )
    }
  })

  it('holds in another process, and after a restart', async () => {
    const { key } = await newKey('Ida', 'reviewer')
    const { cookie, proof } = await begin(key)
    const another = await serve()
    expect(await viewer({ cookie, 'x-onrecord-csrf': proof, ...own(another.url) }, another.url)).toBe('Ida')
  })

  it('ends with its key', async () => {
    const { key, apiKey } = await newKey('Jonas', 'reviewer')
    const { cookie, proof } = await begin(key)
    expect(await viewer({ cookie, 'x-onrecord-csrf': proof, ...own() })).toBe('Jonas')
    await revokeKey(database().prisma, apiKey.keyId)
    expect(await viewer({ cookie, 'x-onrecord-csrf': proof, ...own() })).toBe('UNAUTHENTICATED')
    const page = await request('/desk', { headers: { cookie } })
    expect([page.status, cookieOf(page)]).toEqual([403, 'onrecord_session='])
  })

  it('shows a reader no task', async () => {
    const { page } = await begin((await newKey('Rea', 'reader')).key)
    expect(page).toContain('Your key does not allow to review')
  })

  it('runs the operations of the desk where nothing else runs but what is listed', async () => {
    const locked = await serve({ persisted: 'only', introspection: false })
    const { key, apiKey } = await newKey('Wanda', 'reviewer')
    const { cookie, proof } = await begin(key)
    const ours = { cookie, 'x-onrecord-csrf': proof, ...own(locked.url) }
    const ask = (headers: Record<string, string>) => viewer(headers, locked.url)
    expect(await ask(ours)).toBe('Wanda')
    // Again, as an answer may come from where it came before.
    expect(await ask(ours)).toBe('Wanda')
    const refused = 'PERSISTED_QUERY_NOT_ALLOWED'
    expect(await ask({})).toBe(refused)
    // A program with the same key is bound to the list, and so is whoever has no proof, or is not of the team.
    expect(await ask({ authorization: `Bearer ${key}` })).toBe(refused)
    expect(await ask({ cookie, ...own(locked.url) })).toBe(refused)
    expect(await ask({ ...ours, 'sec-fetch-site': 'cross-site' })).toBe(refused)
    const query = '{ __schema { types { name } } }'
    const schema = await request(
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ours },
        body: JSON.stringify({ query }),
      },
      locked.url,
    )
    expect(await schema.text()).toContain('INTROSPECTION_DISABLED')
    // Whose key has ended is told so.
    await revokeKey(database().prisma, apiKey.keyId)
    expect(await ask(ours)).toBe('UNAUTHENTICATED')
    const reader = await begin((await newKey('Rolf', 'reader')).key)
    expect(await ask({ cookie: reader.cookie, 'x-onrecord-csrf': reader.proof, ...own(locked.url) })).toBe(
      refused,
    )
  })

  it('lets no other origin read answers with cookies', async () => {
    const open = await serve({ origins: '*' })
    const { headers } = await request(
      '/graphql?query={__typename}',
      { headers: { origin: 'https://app.example' } },
      open.url,
    )
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })
})
