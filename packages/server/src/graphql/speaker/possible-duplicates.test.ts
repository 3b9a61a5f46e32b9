import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { explain } from '../../../test/harness/explain.js'
import { TEST_KEY } from '../../../test/harness/service.js'
import { upsertsOf } from '../../../test/harness/upserts.js'
import { fill } from '../../../test/worlds/synthetic.js'
import { newId } from '../../database/id.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { fold } from '../../text/fold.js'

const NAMES = [
  'Mohammad Javad Zarif',
  'Javad Zarif',
  'Zarif',
  'M. J. Zarif',
  'Mohammed Javad Zarif',
  'J. Zarifi',
  'Zahra Zarif',
  'Mohammad Khan',
  'Ministry of Transport',
  'Department of Transport',
]

describeServiceOnBoth('the filter `possibleDuplicatesOf`', (service, database) => {
  const ids = new Map<string, string>()
  beforeAll(async () => {
    await fill(database, { statements: 20, speakers: 20_000 })
    for (const name of NAMES) {
      const id = newId()
      ids.set(name, encodeGlobalId('Speaker', id))
      await database.prisma.speaker.create({ data: { id, kind: 'PERSON', name, nameFolded: fold(name) } })
    }
    await database.prisma.$executeRawUnsafe('VACUUM ANALYZE')
  })

  const QUERY = `query ($id: ID!) { speakers(filter: { possibleDuplicatesOf: $id }, first: 100) {
    nodes { name } totalCount { value } } }`
  const alike = async (id = ''): Promise<string[]> => {
    const { nodes, totalCount } = (await service.data(QUERY, { id }, TEST_KEY)).speakers
    expect(totalCount.value).toBe(nodes.length)
    return nodes.map(({ name }: { name: string }) => name)
  }
  const write = async (mutation: string, input: object) =>
    (await upsertsOf(service).run(mutation, input)).speaker

  it.each([
    ['Mohammad Javad Zarif', ['Javad Zarif', 'M. J. Zarif', 'Mohammed Javad Zarif', 'Zarif']],
    ['Javad Zarif', ['Mohammad Javad Zarif', 'Mohammed Javad Zarif', 'Zarif']],
    ['M. J. Zarif', ['J. Zarifi', 'Mohammad Javad Zarif', 'Mohammed Javad Zarif', 'Zarif']],
    ['Zahra Zarif', ['Zarif']],
    ['Mohammad Khan', []],
    ['Ministry of Transport', []],
  ])('finds duplicates of %s by parts of the name, initials and spelling', async (name, expected) => {
    expect(await alike(ids.get(name))).toEqual(expected)
  })

  it('finds duplicates by aliases, too', async () => {
    const input = {
      id: ids.get('Mohammad Khan'),
      expectedVersion: 1,
      aliases: ['The Zarif of Kestria', 'Zarif'],
    }
    await write('speakerUpsert', input)
    expect(await alike(ids.get('Zahra Zarif'))).toContain('Mohammad Khan')
    expect(await alike(ids.get('Mohammad Khan'))).toContain('Zahra Zarif')
  })

  it('leaves out speakers whose merge a person has undone, and takes merged ids', async () => {
    const [keepId, absorbed] = [ids.get('Mohammad Javad Zarif') ?? '', ids.get('Zarif') ?? '']
    const merged = await write('speakerMerge', { keepId, keepVersion: 1, absorbIds: [absorbed] })
    expect(await alike(keepId)).not.toContain('Zarif')
    // The id of the absorbed speaker finds the duplicates of the kept one.
    expect(await alike(absorbed)).toEqual(await alike(keepId))
    await write('speakerSplit', { mergeId: merged.mergedFrom.nodes[0].id, expectedVersion: merged.version })
    expect(await alike(keepId)).toContain('Javad Zarif')
    expect(await alike(keepId)).not.toContain('Zarif')
    expect(await alike(absorbed)).not.toContain('Mohammad Javad Zarif')
  })

  it('finds at most fifty, with one SQL statement that uses the indexes of the names', async () => {
    const { speakers } = await service.data(
      '{ speakers(filter: { name: "speaker 17" }, first: 1) { nodes { id } } }',
      {},
      TEST_KEY,
    )
    const [{ id }] = speakers.nodes
    expect(await alike(id)).toHaveLength(50)
    const query = `query ($id: ID!) { speakers(filter: { possibleDuplicatesOf: $id }) { nodes { name } } }`
    const statements = await service.sqlOf(() => service.data(query, { id }, TEST_KEY))
    expect(statements).toHaveLength(1)
    const rare = await service.sqlOf(() => service.data(query, { id: ids.get('Zahra Zarif') }, TEST_KEY))
    const { nodes, rowsRead } = await explain(database, rare[0] as never)
    expect(nodes).not.toContain('Seq Scan Speaker')
    expect(rowsRead).toBeLessThan(200)
  })
})
