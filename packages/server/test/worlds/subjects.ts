import type { Database } from '../../src/database/database.js'
import { newId } from '../../src/database/id.js'

const DAY = new Date('2026-03-02')

/**
 * Gives all statements of a record an event with a place, a document and two topics, and one of them a second speaker. All that
 * can be known of these is known, under one name.
 */
export async function addSubjects({ prisma }: Database, name: string): Promise<void> {
  const [statement] = await prisma.statement.findMany({ orderBy: { id: 'asc' }, take: 1 })
  if (!statement) throw new Error('there is no statement')
  const named = () => ({ id: newId(), name, nameFolded: name })
  const date = { dateEdtf: '2026-03-02', dateEarliest: DAY, dateLatest: DAY, datePrecision: 'DAY' } as const
  const speaker = await prisma.speaker.create({
    data: { ...named(), kind: 'ORGANIZATION', wikidataId: 'Q1', aliases: { create: named() } },
  })
  const attribution = { id: newId(), position: 1, speakerId: speaker.id, role: 'CO_SPEAKER' } as const
  await prisma.attribution.create({ data: { ...attribution, statementId: statement.id, basis: 'NAMED' } })
  const event = await prisma.event.create({
    data: {
      ...{ ...named(), ...date, medium: 'SPEECH' },
      place: { create: named() },
      participants: { create: { speakerId: speaker.id } },
    },
  })
  const document = await prisma.document.create({
    data: {
      ...{ id: newId(), title: name, titleFolded: name, url: 'https://a.example/s' },
      ...{ ...date, identifier: 'S/RES/1', identifierFolded: 's/res/1' },
      issuers: { create: { speakerId: speaker.id } },
    },
  })
  const above = await prisma.topic.create({ data: { ...named(), slug: 'above', wikidataId: 'Q2' } })
  const topic = await prisma.topic.create({
    data: { ...named(), slug: 'below', parentId: above.id, aliases: { create: named() } },
  })
  await prisma.statement.updateMany({ data: { eventId: event.id } })
  for (const { id, articleId } of await prisma.statement.findMany()) {
    await prisma.reference.create({
      data: { id: newId(), documentId: document.id, articleId, statementId: id, asWritten: 'it' },
    })
    await prisma.statementTopic.create({ data: { statementId: id, topicId: topic.id } })
  }
}
