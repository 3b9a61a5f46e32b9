import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { globalId, write } from '../../../test/harness/writes.js'
import { empty, story } from '../../../test/worlds/stories.js'

const BODY = [
  '“We sail at noon,” Mara Lindt said on Tuesday.',
  '“The quay is sound,” Anselm Okafor said on Tuesday.',
  '“Nobody was asked about it,” said Josefa Quill.',
  '“We were promised stone,” Josefa Quill said on 3 February 2026.',
].join('\n\n')

describeServiceOnBoth('followPublication', (service, database) => {
  let id: string
  beforeEach(async () => {
    await empty(database)
    id = globalId('Article', (await ingestText(database, story(BODY, { published: '2026-03-04' }))).articleId)
    const [, quay] = await statements()
    const input = {
      id: globalId('Statement', quay?.id ?? ''),
      expectedVersion: 1,
      decision: 'VERIFY',
    }
    await write(service, 'statementReview', input)
    expect(await dates()).toEqual(['2026-03-03', '2026-03-03', '../2026-03-04', '2026-02-03'])
  })

  const statements = () => database.prisma.statement.findMany({ orderBy: { position: 'asc' } })
  const dates = async () => (await statements()).map(({ saidEdtf }) => saidEdtf)
  const setDate = (publishedAt: object | null, expectedVersion = 1) =>
    write(service, 'articleUpdate', { id, expectedVersion, patch: { publishedAt } })

  it('counts dates anew, unless a person has touched the statement or the text prints the date', async () => {
    expect(await setDate({ edtf: '2026-03-11' })).toMatchObject({ status: 'UPDATED' })
    expect(await dates()).toEqual(['2026-03-10', '2026-03-03', '../2026-03-11', '2026-02-03'])
    const [sail] = await statements()
    expect(sail).toMatchObject({ version: 2, editedAt: null, saidBasis: 'INFERRED' })
    expect(
      await database.prisma.revision.findFirst({ where: { entityId: sail?.id as string, version: 2 } }),
    ).toMatchObject({
      ...{ action: 'UPDATED', note: 'with the date of its article' },
      changes: [
        {
          field: 'saidAt',
          before: expect.stringMatching('2026-03-03'),
          after: expect.stringMatching('2026-03-10'),
        },
      ],
    })
    // A new extraction finds the same dates.
    expect(await write(service, 'articleReextract', { id })).toMatchObject({ status: 'UNCHANGED' })
  })

  it('counts dates again when the date of publication is known after all', async () => {
    await setDate(null)
    expect(await dates()).toEqual([null, '2026-03-03', null, '2026-02-03'])
    expect(await setDate({ edtf: '2026-03' }, 2)).toMatchObject({ status: 'UPDATED' })
    expect(await dates()).toEqual(['../2026-03-31', '2026-03-03', '../2026-03-31', '2026-02-03'])
    await setDate({ edtf: '2026-03-11' }, 3)
    expect(await dates()).toEqual(['2026-03-10', '2026-03-03', '../2026-03-11', '2026-02-03'])
  })

  it('also counts dates anew when an ingest of the same text changes the date of publication', async () => {
    expect(await ingestText(database, story(BODY, { published: '2026-03-11' }))).toMatchObject({
      ...{ status: 'updated', textChanged: false },
    })
    expect(await dates()).toEqual(['2026-03-10', '2026-03-03', '../2026-03-11', '2026-02-03'])
  })
})
