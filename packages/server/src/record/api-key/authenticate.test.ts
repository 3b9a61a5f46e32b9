import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { TEST_KEY } from '../../../test/harness/service.js'
import { createGraphQLHandler } from '../../http/graphql-handler.js'
import { createLogger } from '../../http/logger.js'
import { newKey } from './key-text.js'

const CREATE = /* GraphQL */ `
  mutation ($input: ApiKeyCreateInput!) {
    apiKeyCreate(input: $input) {
      __typename
      ... on ApiKeySuccess { key apiKey { id keyId name scopes createdBy expiresAt lastUsedAt revokedAt } }
      ... on Error { code message }
      ... on ValidationError { fields { path } }
    }
  }
`
const REVOKE = /* GraphQL */ `
  mutation ($input: ApiKeyRevokeInput!) {
    apiKeyRevoke(input: $input) {
      __typename
      ... on ApiKeySuccess { key apiKey { keyId revokedAt } }
      ... on ValidationError { fields { path message } }
    }
  }
`
const LIST = '{ apiKeys(first: 100) { nodes { id keyId name } totalCount { value } } }'

describeServiceOnBoth('an API key', (service, database) => {
  let yoga: ReturnType<typeof createGraphQLHandler>
  beforeAll(async () => {
    const logger = createLogger('silent')
    yoga = createGraphQLHandler({ database, logger, publicProposals: false })
  })

  const send = (authorization: string | null, query = '{ viewer { name scopes } }') =>
    yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query }),
    })
  const create = async (input: object, key = TEST_KEY) =>
    (await service.request(CREATE, { input }, key)).data.apiKeyCreate

  it('gives its name and scopes to the caller', async () => {
    expect(await (await send(null)).json()).toEqual({
      data: { viewer: { name: 'anonymous', scopes: ['READER'] } },
    })
    const roles = [
      [['reader'], ['reader']],
      [['editor'], ['reader', 'editor']],
      [['reviewer'], ['reader', 'reviewer']],
      [
        ['reviewer', 'editor'],
        ['reader', 'editor', 'reviewer'],
      ],
      [['admin'], ['reader', 'editor', 'reviewer', 'admin']],
    ] as const
    for (const [given, scopes] of roles) {
      const key = await service.key(...given)
      const viewer = { name: given.join(' and '), scopes: scopes.map((scope) => scope.toUpperCase()) }
      for (const scheme of ['Bearer', 'bearer', 'BEARER ']) {
        expect(await (await send(`${scheme} ${key}`)).json()).toEqual({ data: { viewer } })
      }
    }
  })

  it('is refused with 401 when invalid, and does not make the caller anonymous', async () => {
    const good = await service.key('admin')
    const headers = [
      'Bearer guess',
      `Bearer ${good.slice(0, -1)}`,
      `Bearer ${newKey('live').key}`,
      `Bearer ${good} ${good}`,
      `Basic ${Buffer.from(`admin:${good}`).toString('base64')}`,
      `Token ${good}`,
      good,
      'Bearer',
    ]
    for (const header of headers) {
      const response = await send(header)
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      const { data, errors } = (await response.json()) as { data?: unknown; errors: object[] }
      expect(data ?? null).toBeNull()
      expect(errors).toEqual([
        { message: expect.stringMatching(/key/), extensions: { code: 'UNAUTHENTICATED' } },
      ])
      expect(JSON.stringify(errors)).not.toContain(good.slice(-20))
    }
  })

  it('costs an operation one SQL statement, which the service of these tests saves from the second one on', async () => {
    const key = await service.key('reader')
    const query = '{ sites { nodes { id } } }'
    const [alone] = [(await service.sqlOf(() => service.request(query))).length]
    expect(await service.sqlOf(() => service.request(query, {}, key))).toHaveLength(alone + 1)
    expect(await service.sqlOf(() => service.request(query, {}, key))).toHaveLength(alone)
  })

  it('is created, listed and revoked by admins', async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const created = await create({ name: ' Mara ', scopes: ['EDITOR', 'REVIEWER'], expiresAt })
    expect(created).toMatchObject({
      __typename: 'ApiKeySuccess',
      key: expect.stringMatching(/^or_(local|live)_/),
      apiKey: { name: 'Mara', scopes: ['READER', 'EDITOR', 'REVIEWER'], createdBy: 'local', expiresAt },
    })
    const { keyId } = created.apiKey
    expect(created.key).toContain(`_${keyId}_`)
    const before = (await service.data(LIST, {}, TEST_KEY)).apiKeys
    expect(before.nodes).toContainEqual({ id: created.apiKey.id, keyId, name: 'Mara' })
    expect(before.totalCount.value).toBe(before.nodes.length)
    const revoked = (await service.request(REVOKE, { input: { keyId } }, TEST_KEY)).data.apiKeyRevoke
    expect(revoked).toEqual({
      __typename: 'ApiKeySuccess',
      key: null,
      apiKey: { keyId, revokedAt: expect.any(String) },
    })
    expect(await (await send(`Bearer ${created.key}`)).json()).toMatchObject({
      errors: [{ message: 'the key was revoked: ask an admin for another' }],
    })
    expect(
      (await service.request(REVOKE, { input: { keyId: 'nosuchkey000' } }, TEST_KEY)).data.apiKeyRevoke,
    ).toEqual({
      __typename: 'ValidationError',
      fields: [
        {
          path: ['input', 'keyId'],
          message: 'input.keyId is nosuchkey000, but there is no such key: `apiKeys` lists them',
        },
      ],
    })
  })

  it.each([
    [{ name: ' ', scopes: ['EDITOR'] }, 'name'],
    [{ name: 'x'.repeat(101), scopes: ['EDITOR'] }, 'name'],
    [{ name: 'Mara', scopes: [] }, 'scopes'],
    [{ name: 'Mara', scopes: ['EDITOR'], expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  ])('is not created from %j', async (input, field) => {
    expect(await create(input)).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: ['input', field] }],
    })
  })

  it('is not created, listed or revoked by anybody else', async () => {
    const { apiKeys } = await service.data(LIST, {}, TEST_KEY)
    const count = await database.prisma.apiKey.count()
    for (const key of [
      undefined,
      ...(await Promise.all((['reader', 'editor', 'reviewer'] as const).map((role) => service.key(role)))),
    ]) {
      const refused = { __typename: 'ForbiddenError', code: 'FORBIDDEN' }
      const input = { name: 'Mara', scopes: ['ADMIN'] }
      expect((await service.request(CREATE, { input }, key)).data.apiKeyCreate).toMatchObject(refused)
      const { keyId, id } = apiKeys.nodes[0]
      expect((await service.request(REVOKE, { input: { keyId } }, key)).data.apiKeyRevoke).toMatchObject({
        __typename: 'ForbiddenError',
      })
      const listed = await service.request(LIST, {}, key)
      expect(listed).toMatchObject({
        data: { apiKeys: null },
        errors: [{ path: ['apiKeys'], extensions: { code: 'FORBIDDEN', requiredScope: 'ADMIN' } }],
      })
      const node = await service.data(
        'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }',
        { id },
        key,
      )
      expect(node).toEqual({ node: null, nodes: [null] })
    }
    expect(await database.prisma.apiKey.count()).toBe(count + 3)
    expect(await database.prisma.apiKey.count({ where: { revokedAt: null, name: 'local' } })).toBe(1)
  })
})
