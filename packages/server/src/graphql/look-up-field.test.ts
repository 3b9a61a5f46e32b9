import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { createService, ingestText, type Service, TEST_KEY } from '../../test/harness/service.js'
import { createEditor } from '../../test/worlds/editor.js'
import { newId } from '../database/id.js'
import { encodeGlobalId } from '../record/global-id.js'

const STORY = `---
title: Ferry to sail
url: https://www.quay.example/ferry
---

“We sail at noon, whatever the weather brings us today,” said Mara Lindt.
`

describeServiceOnBoth('a look-up', (service, database) => {
  /** A service on which proposals are not public. */
  let strict: Service
  let utterance: string
  const statement = { id: '' }
  const OTHER = { namespace: 'desk', value: '17' }

  beforeAll(async () => {
    strict = createService(database, { publicProposals: false })
    const { articleId } = await ingestText(database, STORY)
    const editor = createEditor(service)
    const placeId = await editor.make('placeUpsert', { name: 'Géneva', countryCode: 'CH', wikidataId: 'Q71' })
    await editor.make('placeUpsert', { name: 'Geneva' })
    await editor.make('topicUpsert', { name: 'Ferries', externalId: OTHER })
    statement.id = await editor.change(encodeGlobalId('Article', articleId), 'We sail', { placeId })
    utterance = await editor.make('utteranceUpsert', {
      canonicalText: 'We sail at noon.',
      statementIds: [statement.id],
    })
    const { prisma } = database
    const site = await prisma.site.findFirstOrThrow()
    const { id: statementId } = await prisma.statement.findFirstOrThrow()
    await prisma.externalId.createMany({
      data: [
        { id: newId(), type: 'SITE', siteId: site.id, ...OTHER },
        { id: newId(), type: 'STATEMENT', statementId, ...OTHER },
      ],
    })
  })

  it('finds each noun by each of its keys', async () => {
    const query = `query ($statement: ID!, $utterance: ID!, $other: ExternalIdInput!) {
      statement(by: { id: $statement }) { id }
      same: statement(by: { externalId: $other }) { id }
      utterance(by: { id: $utterance }) { canonicalText }
      topic(by: { externalId: $other }) { slug }
      site(by: { externalId: $other }) { domain }
      byDomain: site(by: { domain: "WWW.Quay.example" }) { domain }
      place(by: { wikidataId: "Q71" }) { countryCode }
      named: place(by: { name: { name: "GENEVA", countryCode: "CH" } }) { countryCode }
      elsewhere: place(by: { name: { name: "geneva" } }) { countryCode }
      nowhere: place(by: { name: { name: "geneva", countryCode: "FR" } }) { countryCode }
      event(by: { externalId: $other }) { name } }`
    const variables = { statement: statement.id, utterance, other: OTHER }
    expect(await service.data(query, variables, TEST_KEY)).toEqual({
      ...{ statement, same: statement, utterance: { canonicalText: 'We sail at noon.' } },
      ...{
        topic: { slug: 'ferries' },
        site: { domain: 'quay.example' },
        byDomain: { domain: 'quay.example' },
      },
      ...{ place: { countryCode: 'CH' }, named: { countryCode: 'CH' }, elsewhere: { countryCode: null } },
      ...{ nowhere: null, event: null },
    })
  })

  it('takes one SQL statement', async () => {
    const query = '{ place(by: { name: { name: "Geneva" } }) { name countryCode wikidataId } }'
    expect(await service.sqlOf(() => service.data(query, {}, TEST_KEY))).toHaveLength(1)
  })

  it('gives null for an object that the caller may not see', async () => {
    const query = `query ($statement: ID!, $utterance: ID!) { statement(by: { id: $statement }) { id }
      utterance(by: { id: $utterance }) { id } place(by: { wikidataId: "Q71" }) { id } }`
    const variables = { statement: statement.id, utterance }
    const nothing = { statement: null, utterance: null, place: null }
    expect(await strict.data(query, variables)).toEqual(nothing)
    expect(await strict.data(query, variables, TEST_KEY)).not.toMatchObject(nothing)
  })

  it('refuses two keys, no key, and the id of another noun', async () => {
    expect(await service.refusal('{ topic(by: { slug: "a", wikidataId: "Q1" }) { id } }')).toMatch(
      /^(BAD_USER_INPUT|GRAPHQL_VALID)/,
    )
    expect(await service.refusal('{ place(by: {}) { id } }')).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALID)/)
    const query = 'query ($id: ID!) { utterance(by: { id: $id }) { id } }'
    expect(await service.refusal(query, { id: statement.id })).toBe(
      'BAD_USER_INPUT: by.id is the id of a Statement: pass the id of an Utterance',
    )
  })
})
