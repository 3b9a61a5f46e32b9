import { readFileSync } from 'node:fs'
import { quotedText } from '../../src/record/utterance/report.js'
import type { Service } from '../harness/service.js'
import type { Editor } from '../worlds/editor.js'

const FILE = new URL('../../../../../shared/corpora/seed/dev/000_a2e18076bf17c9c8.txt', import.meta.url)
const URL_OF_THE_PIECE = 'https://stephenlendman.org/2021/01/27/ties-that-bind-between-iran-and-russia/'
const URL_OF_A_COPY = 'https://mirror.example/2021/01/28/ties-that-bind'
const VERSION = 'query ($id: ID!) { article(by: { id: $id }) { version } }'
const TUESDAY = { edtf: '2021-01-26', asWritten: 'On Tuesday' }

/** Reads the text of the seed article, which never enters the project; null where `../shared` is absent. */
export function readSeed(): string | null {
  try {
    return readFileSync(FILE, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Takes the seed article in, and writes what only a person can know about it. Gives global ids. */
export async function supplySeedFacts(service: Service, editor: Editor, plainText: string) {
  const article = await editor.make('articleIngest', { source: { plainText } })
  await editor.make('articleIngest', {
    source: { markdown: `---\nsite: The Mirror\nurl: ${URL_OF_A_COPY}\n---\n\n${plainText}` },
  })
  const speakers = await supplySpeakers(editor)
  await supplyPublication(service, editor, article)
  const event = await supplyConference(editor, article, [speakers.lavrov, speakers.zarif])
  await supplyDocuments(editor, article, speakers)
  const joint = await supplyJointStatement(editor, article, speakers)
  const author = { kind: 'AUTHOR', attributions: [{ asWritten: 'Stephen Lendman', basis: 'EXTERNAL' }] }
  await editor.create(article, [145, 212], author)
  const spoken = await supplyTranscript(editor, article)
  const { id: threadOfId } = await editor.statement(article, 1993)
  for (const place of [2179, 2231]) await editor.change(article, place, { threadOfId })
  await rejectStrayQuotes(editor, article)
  const [topic] = (await service.data('{ topics(filter: { name: "Iran nuclear deal" }) { nodes { id } } }'))
    .topics.nodes
  return { ...speakers, article, event, joint, spoken, topic: topic.id }
}

/** Speakers with their offices: one of them merged with his full name, the others only mentioned. */
async function supplySpeakers(editor: Editor) {
  const { id: zarif, version } = await editor.speaker('Zarif')
  const full = await editor.make('speakerUpsert', { name: 'Mohammad Javad Zarif', kind: 'PERSON' })
  await editor.save('speakerMerge', { keepId: zarif, keepVersion: version, absorbIds: [full] })
  const { id: lavrov } = await editor.speaker('Sergey Lavrov')
  const putin = await editor.make('speakerUpsert', { name: 'Vladimir Putin', kind: 'PERSON' })
  const council = await editor.make('speakerUpsert', { name: 'UN Security Council', kind: 'ORGANIZATION' })
  const parties = await editor.make('speakerUpsert', {
    ...{ name: 'Parties to the JCPOA', kind: 'GROUP', memberIds: [zarif, lavrov] },
  })
  const office = (from: string, until?: string) => ({
    ...{ role: 'Minister of Foreign Affairs', from: { edtf: from } },
    ...(until ? { until: { edtf: until } } : {}),
  })
  await editor.setOffices('Sergey Lavrov', [office('2004-03-09')])
  await editor.setOffices('Zarif', [office('2013-08-15', '2021-08-25')])
  return { zarif, lavrov, putin, council, parties }
}

/**
 * Sets the date of publication, which the text does not have: the address of its first copy does. A new extraction can
 * then read "On Tuesday".
 */
async function supplyPublication(service: Service, editor: Editor, article: string): Promise<void> {
  const { version } = (await service.data(VERSION, { id: article })).article
  const patch = { url: URL_OF_THE_PIECE, publishedAt: { edtf: '2021-01-27', basis: 'EXTERNAL' } }
  await editor.save('articleUpdate', { id: article, expectedVersion: version, patch })
  await editor.save('articleReextract', { id: article })
}

/** The press conference, whose id it gives, with what was said before and at it. */
async function supplyConference(editor: Editor, article: string, participantIds: string[]): Promise<string> {
  const event = await editor.make('eventUpsert', {
    ...{ name: 'Press conference in Moscow', date: TUESDAY, medium: 'PRESS_CONFERENCE' },
    ...{ placeId: await editor.make('placeUpsert', { name: 'Moscow' }), participantIds },
  })
  const during = { eventId: event, eventPhase: 'DURING', saidAt: TUESDAY }
  await editor.change(article, 2794, { ...during, eventPhase: 'BEFORE' })
  for (const place of [1043, 3221, 4424]) await editor.change(article, place, during)
  return event
}

/** Documents, and the statements that cite them. */
async function supplyDocuments(
  editor: Editor,
  article: string,
  { council, parties }: { council: string; parties: string },
): Promise<void> {
  const resolution = await editor.make('documentUpsert', {
    ...{ title: 'Resolution 2231 (2015)', identifier: 'S/RES/2231', issuerIds: [council] },
  })
  const cites = (documentId: string, asWritten: string) => ({ references: [{ documentId, asWritten }] })
  await editor.change(article, 2316, cites(resolution, 'Security Council Res. 2231'))
  const ministerial = await editor.make('documentUpsert', {
    ...{ title: 'Joint ministerial statement on the JCPOA', date: { edtf: '2020-12-21' } },
    ...{ identifier: 'joint ministerial statement on the JCPOA', issuerIds: [parties] },
  })
  await editor.change(article, 3820, cites(ministerial, 'The joint ministerial statement on the JCPOA'))
}

/** A statement of two speakers, whose id it gives: first attributed to one of them, then to both. */
async function supplyJointStatement(
  editor: Editor,
  article: string,
  { lavrov, zarif }: { lavrov: string; zarif: string },
): Promise<string> {
  const one = { speakerId: lavrov, asWritten: 'Lavrov', cue: 'addressed' }
  const other = { speakerId: zarif, role: 'CO_SPEAKER', asWritten: 'Zarif', cue: 'addressed' }
  const joint = await editor.create(article, [4012, 4134], { kind: 'INDIRECT', attributions: [one] })
  await editor.change(article, 4012, { attributions: [one, other] })
  return joint
}

/** The transcript as the source of a statement, whose id it gives: the quoted words without the author's brackets. */
async function supplyTranscript(editor: Editor, article: string): Promise<string> {
  const transcript = await editor.make('documentUpsert', { title: 'Transcript of the press conference' })
  const spoken = await editor.statement(article, 3221)
  const canonicalText = quotedText(spoken).replace(/\([^)]*\) /, '')
  await editor.make('utteranceUpsert', {
    ...{ primarySourceId: transcript, statementIds: [spoken.id], canonicalText },
  })
  return spoken.id
}

/** Rejects words in quotation marks that are no statement, so that no extractor proposes them again. */
async function rejectStrayQuotes(editor: Editor, article: string): Promise<void> {
  const quoted = { kind: 'DIRECT', attributions: [] }
  for (const [reason, place] of [
    ['SCARE_QUOTE', [4605, 4617]],
    ['TITLE_OF_WORK', [5524, 5614]],
    ['TITLE_OF_WORK', [5618, 5671]],
  ] as const) {
    await editor.create(article, place, quoted)
    await editor.review(article, place[0], 'REJECT', reason)
  }
}

export type SeedFacts = Awaited<ReturnType<typeof supplySeedFacts>>
