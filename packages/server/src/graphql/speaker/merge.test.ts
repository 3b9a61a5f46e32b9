import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText, TEST_KEY } from '../../../test/harness/service.js'
import { speakerWrites } from '../../../test/harness/speaker-writes.js'
import { story } from '../../../test/worlds/stories.js'
import { encodeGlobalId } from '../../record/global-id.js'

describeServiceOnBoth('a merge of speakers', (service, database) => {
  const by = speakerWrites(service)

  const statementsOf = async (id: string) => {
    const { speaker } = await service.data(
      'query ($id: ID!) { speaker(by: { id: $id }) { id statements { totalCount { value } } } }',
      { id },
    )
    return speaker.statements.totalCount.value
  }

  it('brings statements, names and Wikidata item together, and is undone without loss', async () => {
    const articles = [
      story('“We sail at noon,” said Anton Prakash Vell. “The sea is calm,” said Anton Vell.', {
        title: 'Both',
      }),
      story('“The quay is sound,” said Anton Vell.', { title: 'One' }),
    ]
    for (const [index, article] of articles.entries())
      await ingestText(database, article, { name: `${index}.md` })
    const find = async (name: string) =>
      (
        await service.data(
          'query ($name: String) { speakers(filter: { name: $name }) { nodes { id name version } } }',
          {
            name,
          },
        )
      ).speakers.nodes.find((speaker: { name: string }) => speaker.name === name)
    const [long, short] = [
      await find('Anton Prakash Vell'),
      await by.made('Anton Q. Vell', { wikidataId: 'Q99' }),
    ]
    const vell = (await find('Anton Vell')) ?? long
    const before = await statementsOf(vell.id)
    const kept = vell.id === long.id ? long : vell
    const absorbed = vell.id === long.id ? [short] : [long, short]
    const merged = await by.merge(
      kept.id,
      kept.version,
      absorbed.map(({ id }) => id),
    )
    expect(merged.__typename).toBe('SpeakerSuccess')
    expect(merged.speaker).toMatchObject({ wikidataId: 'Q99', version: kept.version + 1 })
    expect(merged.speaker.aliases).toContainEqual({ name: 'Anton Q. Vell' })
    expect(merged.speaker.mergedFrom.nodes).toHaveLength(absorbed.length)
    expect(await statementsOf(kept.id)).toBe(3)

    const ofShort = merged.speaker.mergedFrom.nodes.find(
      ({ absorbedId }: { absorbedId: string }) => absorbedId === short.id,
    )
    const split = await by.split(ofShort.id, merged.speaker.version)
    expect(split.speaker).toMatchObject({ id: short.id, name: 'Anton Q. Vell', version: 3 })
    const { speaker } = await service.data(
      'query ($id: ID!) { speaker(by: { id: $id }) { wikidataId aliases { name } } }',
      { id: kept.id },
    )
    expect(speaker.wikidataId).toBeNull()
    expect(speaker.aliases).not.toContainEqual({ name: 'Anton Q. Vell' })
    for (const { id } of merged.speaker.mergedFrom.nodes.filter(
      (one: { id: string }) => one.id !== ofShort.id,
    )) {
      const { version } = await database.prisma.speaker.findFirstOrThrow({ where: { name: kept.name } })
      await by.split(id, version)
    }
    expect(await statementsOf(kept.id)).toBe(before)
    expect(await by.split(ofShort.id, 1)).toMatchObject({
      __typename: 'ValidationError',
      message: 'input.mergeId is of a merge that was undone already: read `mergedFrom` again',
    })
  })

  it('gives back names and offices that stayed through an edit', async () => {
    const [kept, other] = [
      await by.made('Ilse Warden', { aliases: ['I. Warden'] }),
      await by.made('Ilse Marie Warden', { aliases: ['Warden of the Ford'] }),
    ]
    const set = `mutation ($input: AffiliationSetInput!) { affiliationSet(input: $input) { __typename
      ... on SpeakerSuccess { speaker { version } } ... on Error { message } } }`
    const office = { role: 'Warden', from: { edtf: '2024' } }
    await by.write(set, { id: other.id, expectedVersion: 1, affiliations: [office] })
    const { speaker } = await by.merge(kept.id, 1, [other.id])
    const aliases = [...speaker.aliases.map(({ name }: { name: string }) => name), 'The warden']
    await by.upsert({ id: kept.id, expectedVersion: 2, aliases })
    const affiliations = [office, { role: 'Ferrier' }]
    await by.write(set, { id: kept.id, expectedVersion: 3, affiliations })
    await by.split(speaker.mergedFrom.nodes[0].id, 4)
    const stands = async (id: string) => {
      const query = `query ($id: ID!) { speaker(by: { id: $id }) { aliases { name } affiliations { role } } }`
      const { speaker: now } = await service.data(query, { id }, TEST_KEY)
      return [now.aliases.map((one: { name: string }) => one.name), now.affiliations]
    }
    expect(await stands(kept.id)).toEqual([['I. Warden', 'The warden'], [{ role: 'Ferrier' }]])
    expect(await stands(other.id)).toEqual([['Warden of the Ford'], [{ role: 'Warden' }]])
  })

  it('leads all ids of earlier merges to the last speaker, and back when the last merge is undone', async () => {
    const [a, b, c] = [
      await by.made('Alpha Merge'),
      await by.made('Beta Merge'),
      await by.made('Gamma Merge'),
    ]
    const ab = await by.merge(b.id, 1, [a.id])
    expect(ab.__typename).toBe('SpeakerSuccess')
    const bc = await by.merge(c.id, 1, [b.id])
    const pointers = async () =>
      Object.fromEntries(
        (await database.prisma.speaker.findMany({ where: { name: { endsWith: ' Merge' } } })).map(
          ({ name, mergedIntoId }) => [
            name.slice(0, 1),
            mergedIntoId && encodeGlobalId('Speaker', mergedIntoId),
          ],
        ),
      )
    expect(await pointers()).toEqual({ A: c.id, B: c.id, G: null })
    expect(await by.merge(c.id, 2, [a.id])).toMatchObject({
      message: `input.absorbIds[0] was merged already: pass the id that it stands for, ${c.id}`,
    })
    expect(await by.merge(a.id, 2, [c.id])).toMatchObject({
      message: `input.keepId was merged already: pass the id that it stands for, ${c.id}`,
    })
    await by.split(bc.speaker.mergedFrom.nodes[0].id, 2)
    expect(await pointers()).toEqual({ A: b.id, B: null, G: null })
  })

  it('is refused for a speaker into itself, for unknown speakers, and for different Wikidata items', async () => {
    const [one, other] = [
      await by.made('One W', { wikidataId: 'Q1001' }),
      await by.made('Other W', { wikidataId: 'Q1002' }),
    ]
    const merge = (absorbIds: string[], keepVersion = 1) => by.merge(one.id, keepVersion, absorbIds)
    const messages = [
      await merge([one.id]),
      await merge([]),
      await merge([other.id, other.id]),
      await merge([other.id]),
      await merge([encodeGlobalId('Speaker', '018f0000-0000-7000-8000-000000000000')]),
      await merge([other.id], 7),
    ].map(({ message }) => message)
    expect(messages).toEqual([
      'input.absorbIds[0] is the speaker that stays: leave it out',
      'input.absorbIds has 0 ids: pass 1 to 20',
      'input.absorbIds[1] is there twice: leave it out',
      'input.absorbIds have different Wikidata items, Q1001 and Q1002: correct the speaker whose item is wrong first',
      'input.absorbIds[0] is of no Speaker that is there: pass the id of one that is',
      expect.stringMatching(/^input.keepVersion is 7, but the version is 1 now/),
    ])
  })
})
