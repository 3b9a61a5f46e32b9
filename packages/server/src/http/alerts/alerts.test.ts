import { parseAtomFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import { ingestText, TEST_KEY } from '../../../test/harness/service.js'
import { describeWebhooks } from '../../../test/harness/webhooks.js'
import { xmlFaults } from '../../../test/harness/xml-faults.js'
import { encodeGlobalId } from '../../record/global-id.js'

const PATIENT = { timeout: 20_000 }
const ALERTS = '{ alerts { id name filter quote webhookId feedPath statements { nodes { id text } } } }'

const story = (title: string, ...said: string[]) =>
  [`# ${title}`, ...said.map((words) => `“${words},” said Mara Lindt.`)].join('\n\n')

describeWebhooks('alerts', ({ service, database, write, create, receiver, serverUrl }) => {
  /** The texts of what the only alert of a key has found. */
  const found = async (key = TEST_KEY): Promise<string[]> => {
    const { alerts } = await service().data(ALERTS, {}, key)
    return alerts[0].statements.nodes.map(({ text }: { text: string }) => text).toSorted()
  }
  const make = async (input: object, key = TEST_KEY) => {
    const made = await write('alertCreate', { name: 'Watch', ...input }, key)
    if (made.__typename !== 'AlertSuccess') throw new Error(made.message)
    return made.alert as { id: string; feedPath: string }
  }
  const feedOf = async (path: string) => {
    const response = await fetch(`${serverUrl()}${path}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ])
    const xml = await response.text()
    expect(xmlFaults(xml, 'atom')).toEqual([])
    return parseAtomFeed(xml)
  }

  it('find what newly matches a filter, once, with what matched, in a feed', async () => {
    await ingestText(database, story('Before', 'No herring came before'))
    const { feedPath } = await make({ name: 'Herring', statements: { text: 'herring' } })
    expect((await feedOf(feedPath)).entries ?? []).toEqual([])
    await ingestText(database, story('After', 'The herrings are back', 'The gulls are, too'))
    await expect.poll(() => found(), PATIENT).toEqual(['“The herrings are back,”'])
    const [before] = await database.prisma.statement.findMany({ where: { text: { contains: 'before' } } })
    const review = {
      id: encodeGlobalId('Statement', before?.id ?? ''),
      expectedVersion: 1,
      decision: 'VERIFY',
    }
    expect(await write('statementReview', review)).toEqual({ __typename: 'StatementSuccess' })
    await ingestText(database, story('Last', 'Herring again'))
    await expect.poll(() => found(), PATIENT).toEqual(['“Herring again,”', '“The herrings are back,”'])
    const { title, entries = [] } = await feedOf(feedPath)
    expect(title?.value).toBe('Herring')
    const [statement] = await database.prisma.statement.findMany({
      where: { text: { contains: 'are back' } },
    })
    expect(entries.map(({ title }) => title?.value)).toEqual([
      'Mara Lindt: “Herring again,”',
      'Mara Lindt: “The herrings are back,”',
    ])
    expect(entries[1]).toMatchObject({
      id: `urn:uuid:${statement?.id}`,
      summary: { value: 'Matched: “herrings”. In: After' },
      content: { value: '“The herrings are back,”' },
    })
  })

  it('lead from their feed to the pages of what they found, and to itself, whatever the words are', async () => {
    const { feedPath } = await make({ name: 'Tar\u0001 <b>]]>', statements: { text: 'tar' } })
    await ingestText(database, story('Tar &amp; ]]>', 'Tar \u0001\ufffe ]]> &amp; is dear'))
    await expect.poll(() => found(), PATIENT).toHaveLength(1)
    const { links, entries = [] } = await feedOf(feedPath)
    expect(links?.map(({ href }) => href)).toEqual([serverUrl() + feedPath])
    const page = await fetch(entries[0]?.links?.[0]?.href ?? '', { redirect: 'manual' })
    expect(page.status).toBe(200)
  })

  it('find statements with a quotation, or nearly it', async () => {
    const { feedPath } = await make({ quote: 'the harbour of Leith will be closed for a year' })
    await ingestText(
      database,
      story('Gate', 'The harbour of Leith will be closed for one year', 'Nothing else is'),
    )
    await expect.poll(() => found(), PATIENT).toEqual(['“The harbour of Leith will be closed for one year,”'])
    const { entries = [] } = await feedOf(feedPath)
    expect(entries[0]?.summary?.value).toMatch(
      /^Matched: “The harbour of Leith will be closed for one year”\. Similarity: 0\.\d\d\. In: Gate$/,
    )
  })

  it('go to a webhook, with the alert and what matched', async () => {
    const { id: webhookId } = await create({ events: ['alert.matched'] })
    const { id } = await make({ name: 'Cod', statements: { text: 'cod' }, webhookId })
    await ingestText(database, story('Cod', 'We sell cod by the barrel'))
    await receiver().until(({ length }) => length === 1)
    expect(receiver().received[0]?.message).toMatchObject({
      type: 'alert.matched',
      data: {
        alert: { id, name: 'Cod' },
        objectType: 'STATEMENT',
        object: { text: '“We sell cod by the barrel,”' },
        matched: { ranges: [{ start: 9, end: 12 }], similarity: null },
      },
    })
  })

  it('find with the rights of their key, and end with it', async () => {
    const key = await service().key('reader')
    const { feedPath } = await make({ statements: { text: 'ballast' } }, key)
    await ingestText(database, story('Ballast', 'We took ballast on', 'Ballast is heavy'))
    await expect.poll(() => found(key), PATIENT).toHaveLength(2)
    const [one] = await database.prisma.statement.findMany({ where: { text: { contains: 'heavy' } } })
    const statement = encodeGlobalId('Statement', one?.id ?? '')
    await write('statementReview', {
      id: statement,
      expectedVersion: 1,
      decision: 'REJECT',
      reason: 'SCARE_QUOTE',
    })
    expect(await found(key)).toEqual(['“We took ballast on,”'])
    expect((await feedOf(feedPath)).entries).toHaveLength(1)
    const { keyId } = await database.prisma.apiKey.findFirstOrThrow({ where: { alerts: { some: {} } } })
    await write('apiKeyRevoke', { keyId })
    expect((await fetch(`${serverUrl()}${feedPath}`)).status).toBe(404)
  })

  it('are of their key alone', async () => {
    const [one, other] = [await service().key('reader'), await service().key('admin')]
    const { id, feedPath } = await make({ statements: { text: 'mine' } }, one)
    for (const key of [other, undefined]) {
      expect(await service().data('{ alerts { id } }', {}, key)).toEqual({ alerts: [] })
      expect(await service().data(`{ node(id: "${id}") { id } }`, {}, key)).toEqual({ node: null })
    }
    expect(await service().data('{ alerts { id } }', {}, one)).toEqual({ alerts: [{ id }] })
    expect(await write('alertDelete', { id }, other)).toMatchObject({ __typename: 'NotFoundError' })
    expect(await write('alertUpdate', { id, name: 'x' }, other)).toMatchObject({
      __typename: 'NotFoundError',
    })
    for (const path of [feedPath.slice(0, -1), feedPath.split('?')[0]]) {
      expect((await fetch(`${serverUrl()}${path}`)).status).toBe(404)
    }
    expect(await write('alertDelete', { id }, one)).toEqual({
      __typename: 'AlertDeleteSuccess',
      deletedId: id,
    })
    expect((await fetch(`${serverUrl()}${feedPath}`)).status).toBe(404)
  })

  it('say what is wrong with them', async () => {
    const reader = await service().key('reader')
    const { id: webhookId } = await create({ events: ['alert.matched'] })
    const wrong = async (input: object, key = reader) => {
      const { __typename, message } = await write('alertCreate', { name: 'Wrong', ...input }, key)
      return `${__typename}: ${message}`
    }
    expect(await wrong({ name: ' ' })).toBe('ValidationError: input.name is empty: pass a name')
    expect(await wrong({ quote: '…' })).toContain('input.quote has no word')
    expect(await wrong({ quote: 'the' })).toContain('ValidationError: input.quote: text has only words')
    expect(await wrong({ minSimilarity: 2 })).toContain('pass a number from 0 to 1')
    expect(await wrong({ statements: { speakerIds: ['x'] } })).toContain(
      'input.statements.speakerIds[0] is not an id',
    )
    expect(await wrong({ webhookId })).toContain('ForbiddenError: this needs the scope ADMIN')
    expect(await wrong({}, '')).toContain('ValidationError: input needs a key')
    const data = Array.from(
      { length: 20 },
      (_, n) => `a${n}: alertCreate(input: { name: "${n}" }) { __typename }`,
    )
    await service().data(`mutation { ${data.join(' ')} }`, {}, reader)
    expect(await wrong({})).toContain('a key has at most 20 alerts')
  })
})
