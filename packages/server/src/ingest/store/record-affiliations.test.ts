import { expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { story } from '../../../test/worlds/stories.js'

describeOnBoth('recordAffiliations', (database) => {
  const take = (id: string, published: string, office: string) =>
    ingestText(database, story(`“We sail at ${id},” said Mara Lindt, the ${office}.`, { id, published }))
  const speaker = () => database.prisma.speaker.findFirstOrThrow({ where: { name: 'Mara Lindt' } })
  const revisionsOf = (entityId: string) =>
    database.prisma.revision.findMany({ where: { entityId }, orderBy: { version: 'asc' } })
  const changesOf = (entityId: string) => database.prisma.change.count({ where: { entityId } })

  it('stores the office of a new speaker in its first version', async () => {
    await take('one', '2026-03-02', 'transport minister')
    const { id, version } = await speaker()
    expect(version).toBe(1)
    expect((await revisionsOf(id)).map(({ action }) => action)).toEqual(['CREATED'])
  })

  it('writes only to the change log, and no version, when an office was held longer than was known', async () => {
    const { id } = await speaker()
    const before = await changesOf(id)
    await take('two', '2026-03-09', 'transport minister')
    expect((await speaker()).version).toBe(1)
    expect(await changesOf(id)).toBe(before + 1)
    await take('three', '2026-03-05', 'transport minister')
    expect(await changesOf(id)).toBe(before + 1)
  })

  it('creates a version with the offices before and after when there is another office', async () => {
    await take('four', '2026-05-11', 'finance minister')
    const { id, version } = await speaker()
    expect(version).toBe(2)
    const [, revision] = await revisionsOf(id)
    expect(revision).toMatchObject({ action: 'UPDATED', version: 2, changes: [{ field: 'affiliations' }] })
    const changes = revision?.changes as unknown as { before: string; after: string }[]
    expect(changes[0]?.before).not.toContain('finance minister')
    expect(changes[0]?.after).toContain('finance minister')
  })
})
