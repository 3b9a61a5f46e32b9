import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { fill } from '../../../test/worlds/synthetic.js'

/** A role, the first day and the last day; null for an unknown day. */
type Office = [role: string, from: string | null, until: string | null]

const TRANSPORT: Office = ['transport', '2024-01-01', '2026-03-10']
const TREASURY: Office = ['treasury', '2026-03-11', null]
const PARTY: Office = ['party leader', '2025-01-01', '2026-12-31']
const MAYOR: Office = ['mayor', null, null]

/**
 * The offices of a speaker, the first and last day on which the words can have been said, and the offices held then.
 */
const CASES: [offices: Office[], earliest: string | null, latest: string | null, held: string[]][] = [
  [[TRANSPORT, TREASURY], '2025-05-05', '2025-05-05', ['transport']],
  [[TRANSPORT, TREASURY], '2026-03-10', '2026-03-10', ['transport']],
  [[TRANSPORT, TREASURY], '2026-03-11', '2026-03-11', ['treasury']],
  [[TRANSPORT, TREASURY], '2030-01-01', '2030-01-01', ['treasury']],
  [[TRANSPORT, TREASURY], '2020-01-01', '2020-01-01', []],
  // Two offices are held at once: both are given, the one that began last first.
  [[TRANSPORT, PARTY], '2025-05-05', '2025-05-05', ['party leader', 'transport']],
  [[PARTY, TRANSPORT], '2024-05-05', '2024-05-05', ['transport']],
  // An office that was certainly held excludes one that only may have been held.
  [[MAYOR, TRANSPORT], '2025-01-01', '2025-01-01', ['transport']],
  [[MAYOR], '2025-01-01', '2025-01-01', ['mayor']],
  [[MAYOR, TRANSPORT], '2023-12-01', '2024-02-01', ['transport']],
  [[MAYOR], null, null, []],
  [[TRANSPORT, TREASURY], null, '2026-02-01', ['transport']],
]

describeServiceOnBoth('an attribution', (service, database) => {
  beforeAll(async () => {
    await fill(database, { statements: 20, speakers: CASES.length })
    const { prisma } = database
    const speakers = await prisma.speaker.findMany({ orderBy: { name: 'asc' } })
    for (const [index, [offices, earliest, latest]] of CASES.entries()) {
      const speakerId = speakers[index]?.id ?? ''
      await prisma.$executeRaw`UPDATE "Statement" t SET "saidEarliest" = ${earliest}::date, "saidLatest" = ${latest}::date
        FROM "Attribution" a WHERE a."statementId" = t.id AND a."speakerId" = ${speakerId}::uuid`
      for (const [role, from, until] of offices) {
        await prisma.$executeRaw`INSERT INTO "Affiliation" (id, "speakerId", role, "roleFolded", "fromEdtf", "fromEarliest",
            "fromLatest", "untilEdtf", "untilEarliest", "untilLatest")
          VALUES (${randomUUID()}::uuid, ${speakerId}::uuid, ${role}, ${role}, ${from}, ${from}::date, ${from}::date,
            ${until}, ${until}::date, ${until}::date)`
      }
    }
  })

  it('gives all offices held when the words were said, and the one that began last', async () => {
    const { speakers } = await service.data(
      `{ speakers(first: 50) { nodes { statements(first: 1) { nodes {
           attributions { affiliation { role } affiliations { role } } } } } } }`,
    )
    const found = speakers.nodes.map(
      // biome-ignore lint/suspicious/noExplicitAny: an answer of the service
      ({ statements }: any) => {
        const [{ affiliation, affiliations }] = statements.nodes[0].attributions
        return [affiliation?.role ?? null, affiliations.map(({ role }: { role: string }) => role)]
      },
    )
    expect(found).toEqual(CASES.map(([, , , held]) => [held[0] ?? null, held]))
  })

  it.each(['transport', 'treasury', 'party leader', 'mayor'])(
    'has an office that the filter finds: %s',
    async (role) => {
      const query = `query ($role: String!) { statements(first: 50, filter: { affiliation: { role: $role } }) { nodes { id } }
      all: statements(first: 50) { nodes { id attributions { affiliations { role } } } } }`
      const { statements, all } = await service.data(query, { role })
      const shown = all.nodes.filter(
        ({ attributions }: { attributions: { affiliations: { role: string }[] }[] }) =>
          attributions.some(({ affiliations }) => affiliations.some((office) => office.role === role)),
      )
      const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id).toSorted()
      expect(shown.length).toBeGreaterThan(0)
      expect(ids(statements.nodes)).toEqual(ids(shown))
    },
  )
})
