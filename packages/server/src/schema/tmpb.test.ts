import { expect, it } from 'vitest'
import pg from 'pg'
import { createPostgresDatabase } from '../testing/databases.js'
import { openPostgres } from '../database/postgres.js'
import { repositoryMigrations } from '../testing/migrations.js'
import { createService } from '../testing/service.js'
import { fill } from '../testing/synthetic.js'
it('x', async () => {
  const url = await createPostgresDatabase()
  const c = new pg.Client(url); await c.connect()
  const name = new URL(url).pathname.slice(1)
  await c.query(`ALTER DATABASE ${name} SET timezone = 'America/New_York'`)
  if (process.env.DS) await c.query(`ALTER DATABASE ${name} SET datestyle = 'SQL, DMY'`)
  await c.end()
  const db = await openPostgres(url, repositoryMigrations)
  const s = createService(db)
  await fill(db, { statements: 40 })
  await db.prisma.$executeRawUnsafe(`UPDATE "Article" SET "publishedEarliest" = null, "publishedLatest" = null, "publishedEdtf"=null, "publishedPrecision"='UNKNOWN', "publishedBasis"='UNKNOWN'`)
  const a = await s.request('{ articles(first: 1) { nodes { ingestedAt createdAt publishedAt {latest} statements(first:1) {nodes { id createdAt saidAt { latest } } pageInfo { endCursor }} } pageInfo { endCursor } } }')
  console.log(JSON.stringify(a), Buffer.from(a.data.articles.pageInfo.endCursor, 'base64url').toString())
  console.log(JSON.stringify(await db.prisma.$queryRaw`SELECT "createdAt"::text, "ingestedAt"::text FROM "Article" LIMIT 1`))
  console.log(JSON.stringify(await s.request(`{ articles(first: 1, after: "${a.data.articles.pageInfo.endCursor}") { nodes { id} } }`)))
  const st = await s.data('{ statements(first:1) { pageInfo { endCursor} } speakers(first:1) {nodes{id}} topics(first:1){nodes{id}}}')
  const parts = JSON.parse(Buffer.from(st.statements.pageInfo.endCursor, 'base64url').toString())
  for (const d of ['2026-13-45','0000-01-01','999999-01-01']) { parts[3] = d
  console.log(JSON.stringify(await s.request(`{ statements(first: 1, after: "${Buffer.from(JSON.stringify(parts)).toString('base64url')}") { nodes { id} } }`))) }
  console.log(JSON.stringify(await s.request(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Speaker { x: statements(first: 1) { nodes { t: topics(first: 1) { nodes { id } } } } } ... on Topic { x: statements(first: 2) { nodes { t: topics(first: 2) { nodes { id } } } } } } }`, {ids: [st.speakers.nodes[0].id, st.topics.nodes[0].id]})))
  for (const v of [null, 'NaN']) console.log(JSON.stringify(await s.request(`{ statements(filter: {minConfidence: 1e400}) { nodes { id} } }`)))
  await db.close()
})
