import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { empty } from '../../../test/worlds/stories.js'
import type { Database } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { resolveTopics } from './resolve-topics.js'

describeOnBoth('topics that an extractor finds', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => empty(database))
  afterAll(() => database.close())

  const parents = async () => {
    const topics = await database.prisma.topic.findMany({ include: { parent: true } })
    return Object.fromEntries(topics.map(({ slug, parent }) => [slug, parent?.slug ?? null]))
  }
  const chain = async (...slugs: string[]) => {
    let parentId: string | null = null
    for (const slug of slugs) {
      const id = newId()
      await database.prisma.topic.create({ data: { id, slug, name: slug, nameFolded: slug, parentId } })
      parentId = id
    }
  }
  const resolve = (slug: string) =>
    database.prisma.$transaction((tx) => resolveTopics(tx, [{ slug, name: slug }]))

  it('stand under those that the list puts above them', async () => {
    await resolve('fisheries')
    expect(await parents()).toEqual({ economy: null, agriculture: 'economy', fisheries: 'agriculture' })
  })

  it('have the name of the list in every language, and what an article calls them as an alias', async () => {
    const { prisma } = database
    await prisma.$transaction((tx) => resolveTopics(tx, [{ slug: 'fisheries', name: 'Fischerei' }]))
    const topic = await prisma.topic.findUniqueOrThrow({
      where: { slug: 'fisheries' },
      include: { aliases: true },
    })
    expect(topic.name).toBe('Fisheries')
    expect(topic.aliases.map(({ name }) => name)).toContain('Fischerei')
  })

  it('stand at the top where a person has left no level below', async () => {
    await chain('one', 'two', 'three', 'four', 'economy')
    await resolve('fisheries')
    expect(await parents()).toMatchObject({ economy: 'four', agriculture: null, fisheries: 'agriculture' })
    await empty(database)
    await chain('one', 'two', 'three', 'economy')
    await resolve('fisheries')
    expect(await parents()).toMatchObject({ economy: 'three', agriculture: 'economy', fisheries: null })
  })
})
