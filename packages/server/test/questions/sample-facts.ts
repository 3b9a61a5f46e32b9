import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Service, samplesFolder } from '../harness/service.js'
import type { Editor } from '../worlds/editor.js'

const DAY = { edtf: '2026-02-13' }
const AUTHOR = 'The story is false. Selvane Water knew on the Tuesday.'

/** What an editor adds to the sample articles before the twenty questions can be answered: ids by what they are. */
export async function supplySampleFacts(service: Service, editor: Editor) {
  const article = async (url: string) => {
    const query = 'query ($url: URL!) { article(by: { url: $url }) { id text { content } } }'
    return (await service.data(query, { url: `https://${url}` })).article
  }
  const idOf = async (url: string): Promise<string> => (await article(url)).id
  const talks = await idOf('kestria-today.example/en/2026/02/13/merrow-bank-common-water')
  const treaty = await idOf('harbour-post.example/2026/08/14/merrow-bank-treaty-signed')
  const election = await idOf('harbour-post.example/2026/06/22/ellingsworth-hangs-on')
  const interview = await idOf('saltmarsh-review.example/2026/04/hanna-lofqvist-interview')
  const water = await article('saltmarsh-review.example/2026/05/29/who-owns-the-water')

  // Speakers and their offices.
  const [hallstrom, brandreth] = [
    await editor.setOffices('Søren Hallström', [{ role: 'Foreign Minister of Kestria' }]),
    await editor.setOffices('Ottilie Brandreth', [{ role: 'Foreign Minister of Selvane' }]),
  ]
  const { id: rao, version } = await editor.speaker('Anand Rao')
  const full = (await editor.speaker('Anand Prakash Rao')).id
  await editor.save('speakerMerge', { keepId: rao, keepVersion: version, absorbIds: [full] })
  const change = { edtf: '2026-03-19' }
  await editor.setOffices('Anand Rao', [
    { role: 'transport minister', until: { edtf: '2026-03-18' } },
    { role: 'finance minister', from: change },
  ])
  const strand = await editor.make('speakerUpsert', { name: 'Leopold Strand', kind: 'PERSON' })
  const council = await editor.make('speakerUpsert', { name: 'Northern Seas Council', kind: 'ORGANIZATION' })
  const ministers = await editor.make('speakerUpsert', {
    ...{ name: 'Foreign ministers of Kestria and Selvane', kind: 'GROUP' },
    memberIds: [hallstrom, brandreth],
  })

  // The press conference, what was said before it, at it and after it, and what it was about.
  const placeId = await editor.make('placeUpsert', { name: 'Velm' })
  const event = await editor.make('eventUpsert', {
    ...{ name: 'Press conference on the Merrow Bank', date: DAY, medium: 'PRESS_CONFERENCE', placeId },
    participantIds: [hallstrom, brandreth],
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

  // Documents, and who cites them.
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
  const joint = await editor.change(treaty, 'each side would name three scientists', {
    attributions: [{ speakerId: ministers, asWritten: 'The two ministers', cue: 'said' }],
  })

  // A thread, a mention, what the author asserts, a copy, and decisions.
  const threadOfId = (await editor.statement(election, '38 is a fine number')).id
  for (const words of ['To Little Harrow', 'We ran on water', 'going to bed'])
    await editor.change(election, words, { threadOfId })
  await editor.change(interview, 'I have never met Mr Strand', { mentionIds: [strand] })
  const start = water.text.content.indexOf(AUTHOR)
  await editor.create(water.id, [start, start + AUTHOR.length], {
    ...{ kind: 'AUTHOR', attributions: [{ asWritten: 'Cordelia Hask', basis: 'EXTERNAL' }] },
  })
  const schools = await idOf('northern-gannet.example/2026/04/24/two-schools-become-one')
  const markdown = readFileSync(join(samplesFolder, 'two-schools-on-little-harrow.md'), 'utf8')
    .replace('https://northern-gannet.example/2026', 'https://island-mirror.example/2026')
    .replace('site: The Northern Gannet', 'site: Island Mirror')
  const copy = await editor.make('articleIngest', { source: { markdown } })
  await editor.review(talks, 'a «common» stock', 'REJECT', 'SCARE_QUOTE')
  await editor.review(talks, 'not loved in our harbours', 'VERIFY')
  const pascoe = (await editor.speaker('Ewan Pascoe')).id
  return {
    ...{ talks, water: water.id, schools, copy, hallstrom, pascoe, rao, strand, event, topic, august, joint },
    ministers,
  }
}

export type SampleFacts = Awaited<ReturnType<typeof supplySampleFacts>>
