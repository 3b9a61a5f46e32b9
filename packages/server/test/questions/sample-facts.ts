import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Service, samplesFolder } from '../harness/service.js'
import type { Editor } from '../worlds/editor.js'

const DAY = { edtf: '2026-02-13' }
const AUTHOR = 'The story is false. Selvane Water knew on the Tuesday.'

/** An article of the samples: its global id and its text. */
interface SampleArticle {
  id: string
  text: { content: string }
}

/** Writes what an editor adds to the sample articles so that the twenty questions can be answered. Gives global ids. */
export async function supplySampleFacts(service: Service, editor: Editor) {
  const article = async (url: string): Promise<SampleArticle> => {
    const query = 'query ($url: URL!) { article(by: { url: $url }) { id text { content } } }'
    return (await service.data(query, { url: `https://${url}` })).article
  }
  const { id: talks } = await article('kestria-today.example/en/2026/02/13/merrow-bank-common-water')
  const { id: treaty } = await article('harbour-post.example/2026/08/14/merrow-bank-treaty-signed')
  const { id: election } = await article('harbour-post.example/2026/06/22/ellingsworth-hangs-on')
  const { id: interview } = await article('saltmarsh-review.example/2026/04/hanna-lofqvist-interview')
  const { id: schools } = await article('northern-gannet.example/2026/04/24/two-schools-become-one')
  const water = await article('saltmarsh-review.example/2026/05/29/who-owns-the-water')

  const speakers = await supplySpeakers(editor)
  const conference = await supplyConference(editor, { talks, treaty }, [
    speakers.hallstrom,
    speakers.brandreth,
  ])
  const joint = await supplyDocuments(editor, { talks, treaty }, speakers)
  await supplyThread(editor, election)
  await editor.change(interview, 'I have never met Mr Strand', { mentionIds: [speakers.strand] })
  await supplyAuthorStatement(editor, water)
  const copy = await supplyCopy(editor)
  await editor.review(talks, 'a «common» stock', 'REJECT', 'SCARE_QUOTE')
  await editor.review(talks, 'not loved in our harbours', 'VERIFY')
  const { id: pascoe } = await editor.speaker('Ewan Pascoe')
  return { ...speakers, ...conference, talks, water: water.id, schools, copy, pascoe, joint }
}

/** Speakers, their offices, and a merge of two names of one speaker. */
async function supplySpeakers(editor: Editor) {
  const [hallstrom, brandreth] = [
    await editor.setOffices('Søren Hallström', [{ role: 'Foreign Minister of Kestria' }]),
    await editor.setOffices('Ottilie Brandreth', [{ role: 'Foreign Minister of Selvane' }]),
  ]
  const { id: rao, version } = await editor.speaker('Anand Rao')
  const full = (await editor.speaker('Anand Prakash Rao')).id
  await editor.save('speakerMerge', { keepId: rao, keepVersion: version, absorbIds: [full] })
  await editor.setOffices('Anand Rao', [
    { role: 'transport minister', until: { edtf: '2026-03-18' } },
    { role: 'finance minister', from: { edtf: '2026-03-19' } },
  ])
  const strand = await editor.make('speakerUpsert', { name: 'Leopold Strand', kind: 'PERSON' })
  const council = await editor.make('speakerUpsert', { name: 'Northern Seas Council', kind: 'ORGANIZATION' })
  const ministers = await editor.make('speakerUpsert', {
    ...{ name: 'Foreign ministers of Kestria and Selvane', kind: 'GROUP' },
    memberIds: [hallstrom, brandreth],
  })
  return { hallstrom, brandreth, rao, strand, council, ministers }
}

/** The press conference, its topic, and what was said before, at and after it. */
async function supplyConference(
  editor: Editor,
  { talks, treaty }: { talks: string; treaty: string },
  participantIds: string[],
) {
  const placeId = await editor.make('placeUpsert', { name: 'Velm' })
  const event = await editor.make('eventUpsert', {
    ...{ name: 'Press conference on the Merrow Bank', date: DAY, medium: 'PRESS_CONFERENCE', placeId },
    participantIds,
  })
  const topic = await editor.make('topicUpsert', { name: 'Merrow Bank' })
  const at = (eventPhase: string) => ({ eventId: event, eventPhase, topicIds: [topic], saidAt: DAY })
  await editor.change(talks, 'each country should land its own catch', at('BEFORE'))
  await editor.change(talks, 'whoever shouts loudest', at('DURING'))
  await editor.change(talks, 'a promise with a date on it', at('DURING'))
  await editor.change(talks, 'smelling of herring', at('DURING'))
  await editor.change(talks, 'not been shown a single map', at('AFTER'))
  const august = await editor.change(treaty, 'still be fishing it in 50 years', {
    ...{ topicIds: [topic], saidAt: { edtf: '2026-08-14' } },
  })
  return { event, topic, august }
}

/** Documents, the statements that cite them, and a joint statement, whose id it gives. */
async function supplyDocuments(
  editor: Editor,
  { talks, treaty }: { talks: string; treaty: string },
  { council, ministers }: { council: string; ministers: string },
): Promise<string> {
  const resolution = await editor.make('documentUpsert', {
    ...{ title: 'Resolution on shared stocks', identifier: 'Resolution 41/7', issuerIds: [council] },
  })
  const jointStatement = await editor.make('documentUpsert', {
    ...{ title: 'Joint statement on the Merrow Bank', identifier: 'Merrow Bank joint statement', date: DAY },
    issuerIds: [ministers],
  })
  const cites = (documentId: string, asWritten: string) => ({ references: [{ documentId, asWritten }] })
  await editor.change(talks, 'it rested on', { ...cites(resolution, 'Resolution 41/7'), saidAt: DAY })
  await editor.change(treaty, 'its authors forgot', {
    ...cites(resolution, 'Resolution 41/7 of the Northern Seas Council'),
    saidAt: { edtf: '2026-08-14' },
  })
  await editor.change(talks, 'the end of a quarrel', cites(jointStatement, 'the joint statement'))
  return editor.change(treaty, 'each side would name three scientists', {
    attributions: [{ speakerId: ministers, asWritten: 'The two ministers', cue: 'said' }],
  })
}

async function supplyThread(editor: Editor, articleId: string): Promise<void> {
  const threadOfId = (await editor.statement(articleId, '38 is a fine number')).id
  for (const words of ['To Little Harrow', 'We ran on water', 'going to bed'])
    await editor.change(articleId, words, { threadOfId })
}

async function supplyAuthorStatement(editor: Editor, { id, text }: SampleArticle): Promise<void> {
  const start = text.content.indexOf(AUTHOR)
  await editor.create(id, [start, start + AUTHOR.length], {
    ...{ kind: 'AUTHOR', attributions: [{ asWritten: 'Cordelia Hask', basis: 'EXTERNAL' }] },
  })
}

/** Takes in a copy of the article about the schools, on another site. */
async function supplyCopy(editor: Editor): Promise<string> {
  const markdown = readFileSync(join(samplesFolder, 'two-schools-on-little-harrow.md'), 'utf8')
    .replace('https://northern-gannet.example/2026', 'https://island-mirror.example/2026')
    .replace('site: The Northern Gannet', 'site: Island Mirror')
  return editor.make('articleIngest', { source: { markdown } })
}

export type SampleFacts = Awaited<ReturnType<typeof supplySampleFacts>>
