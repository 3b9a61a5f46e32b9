import { beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { empty, story } from '../../../test/worlds/stories.js'

describeOnBoth('resolveSpeakers', (database) => {
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
})
