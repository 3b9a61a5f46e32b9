import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { deskRequests, VISIT } from '../../../test/harness/desk-requests.js'

const { server, serve, newKey, own, request, look, visit, signIn, cookieOf, begin } = deskRequests()

describe('signing in', () => {
  it('takes a key for a cookie that no script can read, and shows whose it is', async () => {
    const { key } = await newKey('Mara Lindt', 'reviewer')
    const response = await signIn(key)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk'])
    expect(response.headers.get('set-cookie')).toMatch(
      /^onrecord_session=[\w-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    )
    const { page, name } = await begin(key)
    expect(name).toBe('Mara Lindt')
    expect(page).not.toContain(key)
    const { headers } = await request('/desk/sign-in')
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('marks the cookie as Secure where a trusted proxy has taken the request by https', async () => {
    const behind = await serve({ trustProxy: 1 })
    const { key } = await newKey('Anselm Okafor', 'reviewer')
    const response = await request(
      '/desk/sign-in',
      {
        method: 'POST',
        body: new URLSearchParams({ key }),
        headers: { ...own(behind.url), 'x-forwarded-proto': 'https' },
      },
      behind.url,
    )
    expect(response.headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  it.each([
    ['no key', ''],
    ['nonsense', '<script>alert(1)</script>'],
    ['half a key', 'or_local_abc'],
    ['a form of 10 MB', 'x'.repeat(10_000_000)],
  ])('refuses %s with a sentence', async (_, key) => {
    const response = await signIn(key)
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
    const page = await response.text()
    expect(page).toContain('does not open the desk')
    expect(page).not.toContain('<script>alert')
  })

  it('refuses a form of another site, or of nobody knows where', async () => {
    const { key } = await newKey('Nneka Osei', 'reviewer')
    const elsewhere = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: server().url },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ]
    for (const headers of elsewhere) {
      const response = await signIn(key, headers as Record<string, string>)
      expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
    }
  })

  it('works once by a link, which is then used up, and whose token does not stay in the address', async () => {
    const { key } = await newKey('local', 'admin')
    const link = new URL(server().signInLink(key) as string)
    const first = await visit(link)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/desk'])
    const cookie = cookieOf(first)
    expect((await request('/desk', { headers: { cookie } })).status).toBe(200)
    const again = await visit(link)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null])
    expect(await again.text()).toContain('works once only')
    expect((await visit(link, { cookie })).headers.get('location')).toBe('/desk')
  })

  it.each([
    ['HEAD', VISIT, 'HEAD'],
    ['a program that shows what is behind a link', {}, 'GET'],
    ['a browser that fetches ahead', { ...VISIT, 'sec-purpose': 'prefetch' }, 'GET'],
    ['a browser that renders ahead', { ...VISIT, 'sec-purpose': 'prefetch;prerender' }, 'GET'],
    ['an image', { ...VISIT, 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' }, 'GET'],
  ])('does not use the link up for %s, which gets a button', async (_, headers, method) => {
    const { key } = await newKey('local', 'admin')
    const link = new URL(server().signInLink(key) as string)
    for (let again = 0; again < 3; again++) {
      const looked = await look(link, headers, method)
      expect([looked.status, looked.headers.get('set-cookie')]).toEqual([200, null])
      if (method === 'GET') expect(await looked.text()).toContain('This link signs in once')
    }
    const token = link.searchParams.get('token') as string
    const press = (headers: Record<string, string>) =>
      request('/desk/sign-in', { method: 'POST', body: new URLSearchParams({ token }), headers })
    // Another site cannot press the button.
    expect((await press({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const pressed = await press(own())
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/desk'])
    expect((await press(own())).status).toBe(403)
  })

  it('leads back to the page of the desk that was asked for, and to no other place', async () => {
    const { key } = await newKey('Una', 'reviewer')
    const nobody = await request('/desk?articleIds=abc&minConfidence=0.9')
    const form = nobody.headers.get('location') as string
    expect(form).toBe('/desk/sign-in?next=%2Fdesk%3FarticleIds%3Dabc%26minConfidence%3D0.9')
    expect(await (await request(form)).text()).toContain(`action="${form}"`)
    const to = async (next: string) => {
      const body = new URLSearchParams({ key })
      const path = `/desk/sign-in?next=${encodeURIComponent(next)}`
      return (await request(path, { method: 'POST', body, headers: own() })).headers.get('location')
    }
    expect(await to('/desk?articleIds=abc&minConfidence=0.9')).toBe('/desk?articleIds=abc&minConfidence=0.9')
    expect(await to('/desk/keys')).toBe('/desk/keys')
    for (const evil of [
      'https://evil.example/desk',
      '//evil.example/desk',
      '/\\evil.example/desk',
      '/desk/../statements',
      '/desktop',
      '/desk/sign-out',
      'javascript:alert(1)',
      '',
    ])
      expect(await to(evil)).toBe('/desk')
  })

  it('leads to the form whoever has not, and takes the cookie away from whoever signs out', async () => {
    const nobody = await request('/desk')
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/desk/sign-in'])
    const { key } = await newKey('Leif', 'reviewer')
    const { cookie } = await begin(key)
    const crossSite = { cookie, 'sec-fetch-site': 'cross-site' }
    const kept = await request('/desk/sign-out', { method: 'POST', headers: crossSite })
    expect([kept.status, kept.headers.get('set-cookie')]).toEqual([403, null])
    const out = await request('/desk/sign-out', { method: 'POST', headers: { cookie, ...own() } })
    expect(out.headers.get('set-cookie')).toMatch(/^onrecord_session=; Path=\/; Max-Age=0;/)
  })
})

it('loads one script of at most 60 kB, compressed, and one style sheet, which may be kept for ever', async () => {
  const { page } = await begin((await newKey('Tove', 'reviewer')).key)
  const paths = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => path as string)
  expect(paths).toHaveLength(2)
  for (const path of paths) {
    const file = await request(path)
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect(gzipSync(await file.text()).length).toBeLessThan(60_000)
  }
  expect((await request('/desk/files/other.js')).status).toBe(404)
})

it('is not there when it is switched off', async () => {
  const without = await serve({ desk: false })
  expect((await request('/desk', {}, without.url)).status).toBe(404)
  expect(without.signInLink('or_x')).toBeNull()
})
