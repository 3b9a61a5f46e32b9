import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText, TEST_KEY } from '../../../test/harness/service.js'
import { globalId } from '../../../test/harness/writes.js'
import { createEditor } from '../../../test/worlds/editor.js'
import { empty, story } from '../../../test/worlds/stories.js'

const MAYOR = '“It leaks,” said Petra Vell, the mayor, on Monday.'

describeServiceOnBoth('what a person has decided about a speaker', (service, database) => {
  const editor = createEditor(service)
  beforeEach(() => empty(database))

  const take = async (id: string, ...paragraphs: string[]) =>
    globalId('Article', (await ingestText(database, story(paragraphs.join('\n\n'), { id }))).articleId)
  const all = async () => {
    const speakers = await database.prisma.speaker.findMany({
      where: { mergedIntoId: null },
      include: { aliases: { orderBy: { name: 'asc' } }, affiliations: { orderBy: { id: 'asc' } } },
      orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    })
    return speakers.map(({ name, aliases, affiliations }) => [
      name,
      aliases.map((alias) => alias.name),
      affiliations.map(({ role }) => role),
    ])
  }
  const set = async (name: string, fields: object) => {
    const { id, version } = await editor.speaker(name)
    return editor.save('speakerUpsert', { id, expectedVersion: version, ...fields })
  }
  const speakersOf = async (articleId: string) => {
    const query = `query ($ids: [ID!]) { statements(filter: { articleIds: $ids }, first: 50) {
      nodes { speaker { name } } } }`
    const { statements } = await service.data(query, { ids: [articleId] }, TEST_KEY)
    return statements.nodes.map(({ speaker }: { speaker: { name: string } }) => speaker.name).sort()
  }
  const reextract = async (id: string) => editor.save('articleReextract', { id })

  it('keeps aliases that a person has taken away', async () => {
    const words = ['Petra Vell opened the dam.', '“It leaks,” said P. Vell.']
    const id = await take('1', ...words)
    expect(await all()).toEqual([['Petra Vell', ['P. Vell'], []]])
    await set('Petra Vell', { aliases: [] })
    await take('2', ...words, MAYOR)
    await reextract(id)
    expect((await all())[0]?.slice(0, 2)).toEqual(['Petra Vell', []])
  })

  it('adds the aliases of a text to a speaker whose aliases nobody has set', async () => {
    await take('1', MAYOR)
    await set('Petra Vell', { kind: 'PERSON', name: 'Petra Vell' })
    await take('2', 'Petra Vell opened the dam.', '“It leaks,” said P. Vell.')
    expect((await all())[0]?.[1]).toEqual(['P. Vell'])
  })

  it('keeps the offices that a person has set', async () => {
    const id = await take('1', MAYOR)
    await editor.setOffices('Petra Vell', [{ role: 'minister', from: { edtf: '2020' } }])
    await take('2', '“It is mended,” said Petra Vell, the mayor, on Tuesday.')
    await take('3', '“It is new,” said Petra Vell, the minister, on Friday.')
    await reextract(id)
    expect(await all()).toEqual([['Petra Vell', [], ['minister']]])
    await editor.setOffices('Petra Vell', [])
    await take('4', '“It is dry,” said Petra Vell, the mayor, on Sunday.')
    expect(await all()).toEqual([['Petra Vell', [], []]])
  })

  it('finds a speaker whose name a person has corrected under the name that the text prints', async () => {
    const id = await take('1', '“It leaks,” said Petra Wel on Monday.')
    await set('Petra Wel', { name: 'Petra Vell' })
    await reextract(id)
    expect(await speakersOf(id)).toEqual(['Petra Vell'])
    await take('2', '“It is mended,” said Petra Wel on Tuesday.')
    expect(await all()).toEqual([['Petra Vell', [], []]])
  })

  it('gives words to whom a person has given the name, before a surname inside the text', async () => {
    const words = ['Petra Vell opened the dam.', '“It leaks,” said P. Vell on Monday.']
    const first = await take('1', ...words)
    expect(await speakersOf(first)).toEqual(['Petra Vell'])
    await set('Petra Vell', { aliases: [] })
    await editor.make('speakerUpsert', { name: 'Paul Vell', kind: 'PERSON', aliases: ['P. Vell'] })
    await reextract(first)
    expect(await speakersOf(first)).toEqual(['Paul Vell'])
    const second = await take('2', ...words, MAYOR)
    expect(await speakersOf(second)).toEqual(['Paul Vell', 'Petra Vell'])
    expect((await all()).map(([name, aliases]) => [name, aliases])).toEqual([
      ['Paul Vell', ['P. Vell']],
      ['Petra Vell', []],
    ])
  })

  it('holds a merge, and its undoing', async () => {
    const words = ['The mayor, Petra Vell, opened the dam.', '“It leaks,” said H. Vell.', MAYOR]
    const id = await take('1', ...words)
    expect(await speakersOf(id)).toEqual(['H. Vell', 'Petra Vell'])
    const [kept, absorbed] = [await editor.speaker('Petra Vell'), await editor.speaker('H. Vell')]
    await editor.save('speakerMerge', {
      keepId: kept.id,
      keepVersion: kept.version,
      absorbIds: [absorbed.id],
    })
    await reextract(id)
    const copy = await take('2', ...words, '“It is cold,” said Petra Vell.')
    expect(await speakersOf(id)).toEqual(['Petra Vell', 'Petra Vell'])
    expect(new Set(await speakersOf(copy))).toEqual(new Set(['Petra Vell']))
    const { version } = await editor.speaker('Petra Vell')
    const { id: mergeId } = await database.prisma.merge.findFirstOrThrow()
    await editor.save('speakerSplit', { mergeId: globalId('Merge', mergeId), expectedVersion: version })
    await reextract(id)
    expect(await speakersOf(id)).toEqual(['H. Vell', 'Petra Vell'])
  })

  it('tells in the history what a machine did and what a person did, with names', async () => {
    await take('1', MAYOR)
    await take('2', 'Petra Vell opened the dam.', '“It leaks,” said P. Vell.')
    const organizationId = await editor.make('speakerUpsert', { name: 'Dam Authority', kind: 'ORGANIZATION' })
    await editor.setOffices('Petra Vell', [{ role: 'chair', organizationId }])
    const query = `query ($name: String) { speakers(filter: { name: $name }) { nodes { revisions {
      nodes { action origin changes { field objects { objectId name } } } } } } }`
    const { speakers } = await service.data(query, { name: 'Petra Vell' }, TEST_KEY)
    expect(speakers.nodes[0].revisions.nodes).toEqual([
      {
        action: 'UPDATED',
        origin: 'PERSON',
        changes: [{ field: 'affiliations', objects: [{ objectId: organizationId, name: 'Dam Authority' }] }],
      },
      { action: 'UPDATED', origin: 'MACHINE', changes: [{ field: 'aliases', objects: [] }] },
      { action: 'CREATED', origin: 'MACHINE', changes: [] },
    ])
  })
})
