import { expect, it } from 'vitest'
import { describeOnBoth, openTestDatabase } from '../../test/harness/databases.js'
import { QUAY, SAIL, story } from '../../test/worlds/stories.js'
import type { Database } from '../database/database.js'
import { parseContent } from '../ingest/sources/read-source.js'
import type { SourceContent } from '../ingest/sources/source-content.js'
import { ingest } from '../ingest/store/ingest.js'
import { createTextThreads } from '../ingest/threads/text-threads.js'
import { databaseTaker } from './database-taker.js'

const LONG = `${'The harbour was quiet, and the water stood high at the old walls. '.repeat(20)}\n\n`

const FERRY = { url: 'https://gazette.example/ferry' }

/** Articles of which the later ones depend on what the earlier ones leave. */
const CONTENTS: string[] = [
  story(SAIL, FERRY),
  // The same article with another text, then with another title and date, from which "on Monday" is counted.
  story(`${SAIL}\n\n${QUAY}`, FERRY),
  story(`${SAIL}\n\n${QUAY}\n\nLindt said on Monday that the quay would hold.`, {
    ...{ ...FERRY, title: 'The quay holds', published: '2026-03-11' },
  }),
  story(`${SAIL}\n\n${QUAY}\n\nLindt said on Monday that the quay would hold.`, FERRY),
  story(SAIL, { id: '2' }),
  // A copy, whose speaker has a surname alone.
  story(`${LONG}“We sail at noon,” said Mara Lindt, the harbour master.`, { id: '3' }),
  story(`${LONG}“We sail at noon,” said Lindt.`, { id: '4' }),
  story(`${LONG}“We sail at noon,” said Lindt.`, { id: '4' }),
  // Half as long: it is held.
  story('Nothing.', { id: '4' }),
  story('“The referendum is a vote on turnout in every election,” said Jonas K. Vell.', { id: '5' }),
  story('“The referendum is a vote on turnout in every election,” said Jonas Vell.', { id: '6' }),
]

const contentOf = (content: string, index: number): SourceContent => ({
  ...{ content, name: `${index}.md`, format: 'MARKDOWN' },
})

/** What the record has, without ids and times. */
async function recordOf({ prisma }: Database) {
  const statements = await prisma.statement.findMany({
    select: {
      ...{ text: true, kind: true, version: true, deletedAt: true, saidEdtf: true, confidence: true },
      article: { select: { canonicalUrl: true, version: true, title: true } },
      attributions: { select: { asWritten: true, speaker: { select: { name: true, version: true } } } },
      topics: { select: { topic: { select: { slug: true } } }, orderBy: { topic: { slug: 'asc' } } },
      utterance: { select: { version: true } },
    },
    orderBy: [{ article: { canonicalUrl: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
  })
  const log = await prisma.change.findMany({
    orderBy: { sequence: 'asc' },
    select: { type: true, kind: true },
  })
  const speakers = await prisma.speaker.findMany({
    select: { name: true, aliases: { select: { name: true }, orderBy: { name: 'asc' } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const isGone = statements.map(({ deletedAt, ...rest }) => ({ ...rest, isGone: deletedAt !== null }))
  return { statements: isGone, log, speakers }
}

describeOnBoth('the work on later articles', (database, kind) => {
  it('leaves the record that one article after the other leaves', async () => {
    const one = await openTestDatabase(kind)
    const threads = createTextThreads()
    try {
      const sequential = []
      for (const [index, content] of CONTENTS.entries()) {
        const source = await parseContent(contentOf(content, index))
        const { status, statements, title } = await ingest(one.prisma, source, 'local')
        sequential.push({ status, statements, title })
      }
      const { take, settled } = databaseTaker(database.prisma, threads, threads.extractor)
      const ahead = []
      // All of them begin before the first one is written.
      for (const complete of CONTENTS.map((content, index) => take(contentOf(content, index)))) {
        const { status, statements, title } = await complete()
        ahead.push({ status, statements, title })
      }
      await settled()
      expect(ahead).toEqual(sequential)
      expect(new Set(ahead.map(({ status }) => status))).toEqual(
        new Set(['created', 'updated', 'unchanged', 'held']),
      )
      expect(await recordOf(database)).toEqual(await recordOf(one))
    } finally {
      await threads.close()
      await one.close()
    }
  })

  it('is dropped when the process stops', async () => {
    const threads = createTextThreads()
    const { take, settled } = databaseTaker(database.prisma, threads, threads.extractor)
    const complete = CONTENTS.map((content, index) => take(contentOf(content, index)))
    await threads.close()
    await settled()
    await expect(complete[0]?.()).rejects.toThrow('the process is stopping')
  })
})
