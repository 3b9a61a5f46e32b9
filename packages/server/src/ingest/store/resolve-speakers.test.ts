import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { empty, story } from '../../../test/worlds/stories.js'
import { encodeGlobalId } from '../../record/global-id.js'

describeServiceOnBoth('resolveSpeakers', (service, database) => {
  beforeEach(() => empty(database))

  const take = (content: string) => ingestText(database, content)
  const names = async () =>
    (await database.prisma.speaker.findMany({ orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }] })).map(
      ({ name }) => name,
    )

  it('matches a speaker by name, without regard to case and diacritics', async () => {
    await take(story('“Yes,” said Renée Dvořák in a long and careful statement on Monday.'))
    await take(story('“No, never,” said Renee Dvorak in a short and careless one on Tuesday.'))
    expect(await names()).toEqual(['Renée Dvořák'])
  })

  it('matches a speaker by a full alias, never by a surname alone', async () => {
    await take(story('“Yes, indeed,” said Mara Lindt.'))
    const { id } = await database.prisma.speaker.findFirstOrThrow()
    await database.prisma.alias.create({
      data: {
        id: crypto.randomUUID(),
        speakerId: id,
        name: 'Mara Lindt-Okafor',
        nameFolded: 'mara lindt-okafor',
      },
    })
    await take(story('“No, never,” said Mara Lindt-Okafor.'))
    expect(await names()).toEqual(['Mara Lindt'])
    await take(story('“Perhaps so,” said Lindt.'))
    expect(await names()).toEqual(['Lindt', 'Mara Lindt'])
  })

  it.each(['Lindt', 'De Luca', 'van der Berg'])(
    'takes two speakers with the same surname alone for different people: %s',
    async (name) => {
      const first = await take(story(`“Yes, indeed,” said ${name} on Monday.`))
      const second = await take(story(`“No, never,” said ${name} on Tuesday.`))
      const found = await database.prisma.articleSpeaker.findMany({
        select: { articleId: true, speakerId: true },
      })
      expect(found.map(({ articleId }) => articleId).toSorted()).toEqual(
        [first.articleId, second.articleId].toSorted(),
      )
      expect(new Set(found.map(({ speakerId }) => speakerId)).size).toBe(2)
    },
  )

  it('matches an organisation by its name, unless a person has the same name', async () => {
    await take(story('“We will build it,” the Treasury said in a statement on Monday.'))
    await take(story('“We will not build it,” the Treasury said in a statement on Tuesday.'))
    expect(await names()).toHaveLength(1)
    await database.prisma.speaker.updateMany({ data: { kind: 'PERSON' } })
    await take(story('“We may build it,” the Treasury said in a statement on Friday.'))
    expect(await names()).toHaveLength(2)
  })

  it('creates a new speaker when two have the name', async () => {
    for (const id of ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002']) {
      await database.prisma.speaker.create({
        data: { id, kind: 'PERSON', name: 'Mara Lindt', nameFolded: 'mara lindt' },
      })
    }
    const { articleId } = await take(story('“Perhaps so,” said Mara Lindt.'))
    expect(await names()).toEqual(['Mara Lindt', 'Mara Lindt', 'Mara Lindt'])
    const { speakerId } = await database.prisma.articleSpeaker.findFirstOrThrow({ where: { articleId } })
    expect(speakerId).not.toMatch(/^018f0000/)
  })

  /** Keeps two articles from being copies of one. */
  const OTHERWISE = [
    'The river rose by a hand over night, and the lower meadows stood under water until noon.',
    'Nobody knows how old the harbour is, for its books were burnt in the great fire of the town.',
  ]
  /** Two articles of which each names one person, and the speakers on record after both, in either order. */
  const APART = [
    ['The minister, H. Vell, said that it leaks.', 'The mayor, Petra Vell, said that it leaks.'],
    ['Anna Roe said that it leaks.', 'B. Roe said that it leaks.'],
    ['Anna Roe said that it leaks.', 'A. Roe said that it leaks.'],
    ['Jonas K. Vell said that it leaks.', 'Jonas M. Vell said that it leaks.'],
    ['Jonas K. Vell said that it leaks.', 'J. K. Vell said that it leaks.'],
    [
      'Jonas K. Vell came. Jonas Vell said that it leaks.',
      'Jonas M. Vell came. Jonas Vell said that it leaks.',
    ],
    [
      'Jonas Vell Sr. came. Jonas Vell said that it leaks.',
      'Jonas Vell Jr. came. Jonas Vell said that it leaks.',
    ],
    ['Petra Vell said that it leaks.', 'Mr Vell said that it leaks.'],
    ['Petra Vell said that it leaks.', 'Ms Vell said that it leaks.'],
    ['Petra Vell said that it leaks.', 'Mayor Vell said that it leaks.'],
    ['P. Vell said that it leaks.', 'P. Vell said that it rusts.'],
    ['Mara Lindt-Okafor said that it leaks.', 'Mara Okafor said that it leaks.'],
    ['Ludwig van Moss said that it leaks.', 'Ada Moss said that it leaks.'],
    ['Kim Min-jun said that it leaks.', 'Kim So-ra said that it leaks.'],
    ['Kim Min-jun said that it leaks.', 'Kim said that it leaks.'],
  ]
  it.each(APART)('keeps two apart: %s %s', async (first, second) => {
    for (const articles of [
      [first, second],
      [second, first],
    ]) {
      await empty(database)
      for (const [index, text] of articles.entries()) await take(story(`${text}\n\n${OTHERWISE[index]}`))
      expect(await names()).toHaveLength(2)
    }
  })

  const TOGETHER = [
    ['Jonas K. Vell said that it leaks.', 'Jonas K. Vell came. J. K. Vell said that it leaks.'],
    ['Jonas K. Vell came. Jonas Vell said that it leaks.', 'Jonas Vell said that it rusts.'],
    ['Petra Vell said that it leaks.', 'Mayor Petra Vell came. Mayor Vell said that it leaks.'],
    ['Petra Vell, the mayor, said that it leaks.', 'Petra Vell, the minister, said that it leaks.'],
    ['Renée Dvořák said that it leaks.', 'Renee Dvorak said that it leaks.'],
    ['Sean O’Hara said that it leaks.', "Sean O'Hara said that it leaks."],
    ['Ludwig van Moss said that it leaks.', 'Ludwig van Moss came. Van Moss said that it leaks.'],
    ['Kim Min-jun said that it leaks.', 'Kim Min-jun came. Kim said that it leaks.'],
    ['Mara Lindt-Okafor said that it leaks.', 'Mara Lindt-Okafor said that it rusts.'],
  ]
  it.each(TOGETHER)('takes two for one: %s %s', async (first, second) => {
    for (const articles of [
      [first, second],
      [second, first],
    ]) {
      await empty(database)
      for (const [index, text] of articles.entries()) await take(story(`${text}\n\n${OTHERWISE[index]}`))
      expect(await names()).toHaveLength(1)
    }
  })

  it('lists whoever may be the same among the possible duplicates', async () => {
    await take(story('Petra Vell said that it leaks.'))
    await take(story('P. Vell said that it rusts.'))
    await take(story('Mr Vell met Mrs Vell. Mrs Vell said that it is old.'))
    await take(story('H. Vell said that it is new.'))
    const { id } = await database.prisma.speaker.findFirstOrThrow({ where: { name: 'Petra Vell' } })
    const query = `query ($id: ID!) { speakers(filter: { possibleDuplicatesOf: $id }) { nodes { name } } }`
    const { speakers } = await service.data(query, { id: encodeGlobalId('Speaker', id) })
    expect(speakers.nodes.map(({ name }: { name: string }) => name)).toEqual(['Mrs Vell', 'P. Vell'])
  })
})
