import { beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { empty } from '../../../test/worlds/stories.js'
import { newId } from '../../database/id.js'
import { resolveTopics } from './resolve-topics.js'

describeOnBoth('resolveTopics', (database) => {
  beforeEach(() => empty(database))

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

  it('puts a new topic under the topics that are above it in the list', async () => {
    await resolve('fisheries')
    expect(await parents()).toEqual({ economy: null, agriculture: 'economy', fisheries: 'agriculture' })
  })

  it('names a topic as the list does in every language, and keeps the name of the article as an alias', async () => {
    const { prisma } = database
    await prisma.$transaction((tx) => resolveTopics(tx, [{ slug: 'fisheries', name: 'Fischerei' }]))
    const topic = await prisma.topic.findUniqueOrThrow({
      where: { slug: 'fisheries' },
      include: { aliases: true },
    })
    expect(topic.name).toBe('Fisheries')
    expect(topic.aliases.map(({ name }) => name)).toContain('Fischerei')
  })

  it('puts a topic at the top when the tree has no level left below its parent', async () => {
    await chain('one', 'two', 'three', 'four', 'economy')
    await resolve('fisheries')
    expect(await parents()).toMatchObject({ economy: 'four', agriculture: null, fisheries: 'agriculture' })
    await empty(database)
    await chain('one', 'two', 'three', 'economy')
    await resolve('fisheries')
    expect(await parents()).toMatchObject({ economy: 'three', agriculture: 'economy', fisheries: null })
  })
})
