import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { describeOnBoth } from '../testing/databases.js'
import { createService, type Service, TEST_KEY } from '../testing/service.js'

const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1)

describeOnBoth('upserts that are refused', (open, kind) => {
  let database: Database
  let service: Service
  beforeAll(async () => {
    database = await open()
    service = createService(database)
  })
  afterAll(() => database.close())

  const run = async (
    mutation: string,
    args: Record<string, [type: string, value: unknown]>,
    // biome-ignore lint/suspicious/noExplicitAny: each mutation has a result of its own shape
  ): Promise<any> => {
    const declared = Object.entries(args).map(([name, [type]]) => `$${name}: ${type}`)
    const passed = Object.keys(args).map((name) => `${name}: $${name}`)
    const noun = mutation === 'affiliationSet' ? 'speaker' : (/^[a-z]+/.exec(mutation)?.[0] ?? '')
    const slug = noun === 'topic' ? 'slug' : ''
    const merges = ['speaker', 'topic'].includes(noun) ? 'mergedFrom { nodes { id } }' : ''
    const query = `mutation (${declared}) { it: ${mutation}(${passed}) { __typename
      ... on ${capital(noun)}Success { status ${noun} { id version ${slug} ${merges} } }
      ... on Error { message } ... on ValidationError { fields { path } } } }`
    const variables = Object.fromEntries(Object.entries(args).map(([name, [, value]]) => [name, value]))
    return (await service.data(query, variables, TEST_KEY)).it
  }
  const upsert = (noun: string, input: object) =>
    run(`${noun}Upsert`, { input: [`${capital(noun)}UpsertInput!`, input] })
  const merge = (noun: string, keepId: string, keepVersion: number, absorbIds: string[]) =>
    run(`${noun}Merge`, {
      ...{ keepId: ['ID!', keepId], keepVersion: ['Int!', keepVersion], absorbIds: ['[ID!]!', absorbIds] },
    })
  const refused = (path: string, message: string) => ({
    __typename: 'ValidationError',
    message: `${path} ${message}`,
    fields: [{ path: path.split(/\.|\[|\]/).filter(Boolean) }],
  })

  it.each([
    ['speaker', 'name'],
    ['speaker', 'aliases'],
    ['speaker', 'memberIds'],
    ['topic', 'name'],
    ['topic', 'slug'],
    ['topic', 'aliases'],
    ['event', 'name'],
    ['event', 'participantIds'],
    ['document', 'title'],
    ['document', 'issuerIds'],
    ['place', 'name'],
    ['utterance', 'canonicalText'],
    ['utterance', 'statementIds'],
  ])('say of null in %s.%s that it is neither kept nor emptied by it', async (noun, field) => {
    const needed = { document: { title: 'x' }, utterance: { canonicalText: 'Words' } }
    const input = { ...(needed[noun as 'document'] ?? { name: 'x' }), [field]: null }
    const { __typename, message, fields } = await upsert(noun, input)
    expect([__typename, fields]).toEqual(['ValidationError', [{ path: ['input', field] }]])
    expect(message).toMatch(/^input\.\w+ is null: leave it out to keep it, or pass a /)
  })

  it('name the field and say what to change', async () => {
    await upsert('topic', { name: 'C' })
    for (const [noun, input, path, message] of [
      ['speaker', { name: '\u200b\u2060' }, 'input.name', 'is empty: pass a name'],
      ['speaker', { name: 'x', aliases: ['y', ' '] }, 'input.aliases[1]', 'is empty: pass a name'],
      [
        'speaker',
        { name: 'x', expectedVersion: 3 },
        'input.expectedVersion',
        'is of no Speaker that is there: leave it out to make one',
      ],
      [
        'topic',
        { name: 'x', slug: 'Fish & Chips' },
        'input.slug',
        'is not in lower case with hyphens: pass "fish-chips"',
      ],
      ['topic', { name: 'x', slug: 'x'.repeat(201) }, 'input.slug', 'has 201 characters: pass at most 200'],
      ...[{ name: 'C#' }, { name: 'C', externalId: { namespace: 'desk', value: '1' } }].map(
        (input) =>
          [
            'topic',
            input,
            'input.slug',
            'is missing: "c", made of the name, is that of the topic "C": pass another, or the topic\'s id',
          ] as const,
      ),
      [
        'utterance',
        { canonicalText: ' … ' },
        'input.canonicalText',
        'has no word: pass the words that were said',
      ],
      [
        'event',
        { name: 'x', date: {} },
        'input.date',
        'says nothing: pass edtf, asWritten, or both; null when nothing is known',
      ],
      [
        'event',
        { name: 'x', date: { edtf: '' } },
        'input.date.edtf',
        'is empty: leave it out when only the words are known',
      ],
    ] as const) {
      expect(await upsert(noun, input), path).toEqual(refused(path, message))
    }
  })

  it('do not take the id of another place for one with spaces, nor make two places the same', async () => {
    const [here, there] = [
      (await upsert('place', { name: 'Quarrin', countryCode: 'CH' })).place,
      (await upsert('place', { name: 'Quarrin' })).place,
    ]
    const change = (input: object) => upsert('place', { expectedVersion: 1, ...input })
    expect(await change({ id: `${here.id} `, name: 'x' })).toEqual(
      refused('input.id', 'is not an id of this service: pass an `id` that it returned'),
    )
    const same = 'makes it the same as another Place: use that one, or correct it'
    expect(await change({ id: there.id, countryCode: 'CH' })).toEqual(refused('input.countryCode', same))
    const port = (await upsert('place', { name: 'Port', countryCode: 'CH' })).place
    expect(await change({ id: port.id, name: 'Quarrin' })).toEqual(refused('input.name', same))
    // Its own name, in its own country, is nobody else's.
    expect(await change({ id: here.id, name: 'QUARRIN' })).toMatchObject({ status: 'UPDATED' })
  })

  it('bring names into one line', async () => {
    const { speaker } = await upsert('speaker', { name: ' Jose\u0301 \u0007\n Quill ' })
    expect(await database.prisma.speaker.findFirst({ where: { name: 'José Quill' } })).not.toBeNull()
    expect(speaker.version).toBe(1)
  })

  describe('of what was merged', () => {
    it('point to what it stands for, and write nothing that nobody would see', async () => {
      const [mara, lindt] = [
        (await upsert('speaker', { name: 'Mara Lindt' })).speaker,
        (await upsert('speaker', { name: 'M. Lindt' })).speaker,
      ]
      await merge('speaker', mara.id, 1, [lindt.id])
      const pointer = `was merged already: pass the id that it stands for, ${mara.id}`
      expect(await upsert('speaker', { id: lindt.id, expectedVersion: 2, name: 'x' })).toEqual(
        refused('input.id', pointer),
      )
      const offices = { affiliations: [{ role: 'Mayor' }] }
      const set = (id: string, expectedVersion: number, patch: object) =>
        run('affiliationSet', {
          ...{
            id: ['ID!', id],
            expectedVersion: ['Int!', expectedVersion],
            patch: ['AffiliationSetPatch!', patch],
          },
        })
      expect(await set(lindt.id, 2, offices)).toEqual(refused('id', pointer))
      expect(await set(mara.id, 2, { affiliations: [...offices.affiliations, { role: 'Mayor' }] })).toEqual(
        refused('patch.affiliations[1]', 'is there twice: leave it out'),
      )
      const [sea, ocean] = [
        (await upsert('topic', { name: 'Sea' })).topic,
        (await upsert('topic', { name: 'Ocean' })).topic,
      ]
      await merge('topic', sea.id, 1, [ocean.id])
      for (const input of [{ slug: 'ocean', name: 'The ocean' }, { name: 'Ocean' }]) {
        expect(await upsert('topic', input)).toEqual(
          refused('input.slug', `was merged already: pass the id that it stands for, ${sea.id}`),
        )
      }
      expect(await database.prisma.topic.count({ where: { name: 'The ocean' } })).toBe(0)
    })

    it('are not split off into a circle of topics', async () => {
      const topic = async (name: string, parentId?: string) =>
        (await upsert('topic', { name, parentId })).topic
      const above = await topic('Above')
      const absorbed = await topic('Absorbed', above.id)
      const below = await topic('Below', absorbed.id)
      const kept = await topic('Kept')
      const merged = await merge('topic', kept.id, 1, [absorbed.id])
      // What stood above the absorbed one comes to stand below what was below it.
      await upsert('topic', { id: above.id, expectedVersion: 1, parentId: below.id })
      const split = () =>
        run('topicSplit', {
          ...{ mergeId: ['ID!', merged.topic.mergedFrom.nodes[0].id], expectedVersion: ['Int!', 2] },
        })
      expect(await split()).toEqual(
        refused(
          'mergeId',
          `would put the topic below itself: first move the topic that it was under, ${above.id}`,
        ),
      )
      await upsert('topic', { id: above.id, expectedVersion: 2, parentId: null })
      expect(await split()).toMatchObject({ topic: { id: absorbed.id } })
    })
  })

  it('keep the tree of topics within five levels, by hand, by a merge and when it is undone', async () => {
    const topic = async (name: string, parentId?: string) => (await upsert('topic', { name, parentId })).topic
    const chain: { id: string }[] = []
    for (const name of ['First', 'Second', 'Third', 'Fourth', 'Fifth']) {
      chain.push(await topic(name, chain.at(-1)?.id))
    }
    const [first, , third, , fifth] = chain as [
      { id: string },
      unknown,
      { id: string },
      unknown,
      { id: string },
    ]
    const message = 'makes a tree of more than 5 levels: move it, or what is below it, higher up'
    expect(await upsert('topic', { name: 'Sixth', parentId: fifth.id })).toEqual(
      refused('input.parentId', message),
    )
    const over = await topic('Over')
    expect(await upsert('topic', { id: first.id, expectedVersion: 1, parentId: over.id })).toEqual(
      refused('input.parentId', message),
    )
    // What stands below the absorbed one comes to stand below the other.
    await topic('Under', over.id)
    expect(await merge('topic', fifth.id, 1, [over.id])).toEqual(refused('absorbIds', message))
    const root = await topic('Root')
    const merged = await merge('topic', root.id, 1, [third.id])
    await upsert('topic', { id: first.id, expectedVersion: 1, parentId: over.id })
    expect(
      await run('topicSplit', {
        ...{ mergeId: ['ID!', merged.topic.mergedFrom.nodes[0].id], expectedVersion: ['Int!', 2] },
      }),
    ).toEqual(refused('mergeId', message))
  })

  // What writers do to each other can only be seen where there is more than one connection.
  if (kind === 'postgres') {
    it('at once: what one makes, the others find, and no circle of topics is closed', async () => {
      const eight = <Result>(write: () => Promise<Result>) =>
        Promise.all(Array.from({ length: 8 }, () => write()))
      for (const [noun, input] of [
        ['topic', { name: 'At once' }],
        ['speaker', { name: 'At once', wikidataId: 'Q4711' }],
        ['document', { title: 'At once', identifier: 'A/1' }],
        ['place', { name: 'At once' }],
      ] as const) {
        const statuses = (await eight(() => upsert(noun, input))).map(({ status }) => status)
        expect(statuses.toSorted(), noun).toEqual(['CREATED', ...Array(7).fill('UNCHANGED')])
      }
      for (let round = 0; round < 5; round++) {
        const [one, other] = [
          (await upsert('topic', { name: `One ${round}` })).topic,
          (await upsert('topic', { name: `Other ${round}` })).topic,
        ]
        const under = (topic: { id: string }, parent: { id: string }) =>
          upsert('topic', { id: topic.id, expectedVersion: 1, parentId: parent.id })
        const results = await Promise.all([under(one, other), under(other, one)])
        expect(results.map(({ __typename }) => __typename).toSorted()).toEqual([
          'TopicSuccess',
          'ValidationError',
        ])
      }
    })
  }
})
