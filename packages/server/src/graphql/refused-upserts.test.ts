import { describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { refused, upsertsOf } from '../../test/harness/upserts.js'

describeServiceOnBoth('an upsert', (service, database) => {
  const of = upsertsOf(service)

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
  ])('refuses null in %s.%s', async (noun, field) => {
    const needed = { document: { title: 'x' }, utterance: { canonicalText: 'Words' } }
    const input = { ...(needed[noun as 'document'] ?? { name: 'x' }), [field]: null }
    const { __typename, message, fields } = await of.upsert(noun, input)
    expect([__typename, fields]).toEqual(['ValidationError', [{ path: ['input', field] }]])
    expect(message).toMatch(/^input\.\w+ is null: leave it out to keep it, or pass a /)
  })

  it('names the wrong field and says what to change', async () => {
    await of.upsert('topic', { name: 'C' })
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
      expect(await of.upsert(noun, input), path).toEqual(refused(path, message))
    }
  })

  it('refuses an id with a space after it, and a place that would equal another one', async () => {
    const [here, there] = [
      (await of.upsert('place', { name: 'Quarrin', countryCode: 'CH' })).place,
      (await of.upsert('place', { name: 'Quarrin' })).place,
    ]
    const change = (input: object) => of.upsert('place', { expectedVersion: 1, ...input })
    expect(await change({ id: `${here.id} `, name: 'x' })).toEqual(
      refused('input.id', 'is not an id of this service: pass an `id` that it returned'),
    )
    const same = 'makes it the same as another Place: use that one, or correct it'
    expect(await change({ id: there.id, countryCode: 'CH' })).toEqual(refused('input.countryCode', same))
    const port = (await of.upsert('place', { name: 'Port', countryCode: 'CH' })).place
    expect(await change({ id: port.id, name: 'Quarrin' })).toEqual(refused('input.name', same))
    // A place may keep its own name and country.
    expect(await change({ id: here.id, name: 'QUARRIN' })).toMatchObject({ status: 'UPDATED' })
  })

  it('stores a name as one line', async () => {
    const { speaker } = await of.upsert('speaker', { name: ' Jose\u0301 \u0007\n Quill ' })
    expect(await database.prisma.speaker.findFirst({ where: { name: 'José Quill' } })).not.toBeNull()
    expect(speaker.version).toBe(1)
  })

  describe('of a merged object', () => {
    it('is refused with the id that the object was merged into', async () => {
      const [mara, lindt] = [
        (await of.upsert('speaker', { name: 'Mara Lindt' })).speaker,
        (await of.upsert('speaker', { name: 'M. Lindt' })).speaker,
      ]
      await of.merge('speaker', mara.id, 1, [lindt.id])
      const pointer = `was merged already: pass the id that it stands for, ${mara.id}`
      expect(await of.upsert('speaker', { id: lindt.id, expectedVersion: 2, name: 'x' })).toEqual(
        refused('input.id', pointer),
      )
      const offices = [{ role: 'Mayor' }]
      const set = (id: string, expectedVersion: number, affiliations: object[]) =>
        of.run('affiliationSet', { id, expectedVersion, affiliations })
      expect(await set(lindt.id, 2, offices)).toEqual(refused('input.id', pointer))
      expect(await set(mara.id, 2, [...offices, { role: 'Mayor' }])).toEqual(
        refused('input.affiliations[1]', 'is there twice: leave it out'),
      )
      const [sea, ocean] = [
        (await of.upsert('topic', { name: 'Sea' })).topic,
        (await of.upsert('topic', { name: 'Ocean' })).topic,
      ]
      await of.merge('topic', sea.id, 1, [ocean.id])
      for (const input of [{ slug: 'ocean', name: 'The ocean' }, { name: 'Ocean' }]) {
        expect(await of.upsert('topic', input)).toEqual(
          refused('input.slug', `was merged already: pass the id that it stands for, ${sea.id}`),
        )
      }
      expect(await database.prisma.topic.count({ where: { name: 'The ocean' } })).toBe(0)
    })

    it('is followed by a split only when no topic gets below itself', async () => {
      const topic = async (name: string, parentId?: string) =>
        (await of.upsert('topic', { name, parentId })).topic
      const above = await topic('Above')
      const absorbed = await topic('Absorbed', above.id)
      const below = await topic('Below', absorbed.id)
      const kept = await topic('Kept')
      const merged = await of.merge('topic', kept.id, 1, [absorbed.id])
      // The former parent of the absorbed topic is moved below the child of the absorbed topic.
      await of.upsert('topic', { id: above.id, expectedVersion: 1, parentId: below.id })
      const split = () =>
        of.run('topicSplit', { mergeId: merged.topic.mergedFrom.nodes[0].id, expectedVersion: 2 })
      expect(await split()).toEqual(
        refused(
          'input.mergeId',
          `would put the topic below itself: first move the topic that it was under, ${above.id}`,
        ),
      )
      await of.upsert('topic', { id: above.id, expectedVersion: 2, parentId: null })
      expect(await split()).toMatchObject({ topic: { id: absorbed.id } })
    })
  })
})
