import { encodeGlobalId } from '../../src/record/global-id.js'
import type { Desk, Done, Step } from './desk.js'
import { among, body, DATES, NAMES, REASONS, SITES } from './desk-words.js'

const decision = (pick: number) =>
  among(
    [
      { decision: 'VERIFY' },
      { decision: 'REJECT', reason: among(REASONS, pick >> 2) },
      { decision: 'RETRACT', note: 'withdrawn' },
      { decision: 'REOPEN' },
    ],
    pick,
  )

const attributions = (desk: Desk, { other, pick }: Step) =>
  [...new Set([desk.one('Speaker', other), desk.one('Speaker', pick)])]
    .slice(0, 1 + (pick % 2))
    .flatMap((one, index) => (one ? [{ speakerId: one.id, asWritten: `she ${index}` }] : []))

type Act = (desk: Desk, step: Step) => Promise<Done | null>

/** Makes an act on one object of a type. It does nothing when there is no such object. */
const about =
  (
    type: Parameters<Desk['one']>[0],
    act: (desk: Desk, step: Step, object: NonNullable<ReturnType<Desk['one']>>) => Promise<Done | null>,
  ): Act =>
  async (desk, step) => {
    const object = desk.one(type, step.on)
    return object ? act(desk, step, object) : null
  }

const upsert =
  (
    type: 'Speaker' | 'Topic' | 'Event' | 'Document' | 'Utterance',
    fields: (desk: Desk, step: Step) => object,
  ): Act =>
  (desk, step) => {
    const object = step.pick % 3 > 0 ? desk.one(type, step.on) : undefined
    const input = { ...(object ? desk.target(object) : {}), ...fields(desk, step) }
    return desk.send(`${type.toLowerCase()}Upsert`, input)
  }

const merge = (type: 'Speaker' | 'Topic') =>
  about(type, (desk, { other, pick }, keep) => {
    const all = [desk.one(type, other), ...(pick % 3 === 0 ? [desk.one(type, pick)] : [])]
    return desk.send(`${type.toLowerCase()}Merge`, {
      ...{ keepId: keep.id, keepVersion: desk.version(keep) },
      absorbIds: all.flatMap((each) => each?.id ?? []),
    })
  })

/** Makes an act that merges two objects and splits them again. */
const undo = (type: 'Speaker' | 'Topic') =>
  about(type, async (desk, { other }, keep) => {
    const noun = type.toLowerCase()
    const orderBy = [{ articleId: 'asc' }, { speakerId: 'asc' }] as const
    const speaking = async () =>
      JSON.stringify(await desk.prisma.articleSpeaker.findMany({ orderBy: [...orderBy] }))
    const before = await speaking()
    const absorbIds = [desk.one(type, other)?.id]
    const merged = await desk.send(`${noun}Merge`, {
      keepId: keep.id,
      keepVersion: desk.version(keep),
      absorbIds,
    })
    if (!merged.result[noun]) return merged
    const { id } = await desk.prisma.merge.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const split = { mergeId: encodeGlobalId('Merge', id), expectedVersion: merged.result[noun].version }
    const undone = await desk.send(`${noun}Split`, split)
    if ((await speaking()) !== before) throw new Error('others speak in the articles after an undo')
    return { ...undone, undoes: true }
  })

async function split(desk: Desk, { on }: Step): Promise<Done | null> {
  const merges = await desk.prisma.merge.findMany({ where: { undoneAt: null }, orderBy: { id: 'asc' } })
  const made = merges[on % merges.length]
  if (!made) return null
  const type = made.type === 'SPEAKER' ? 'Speaker' : 'Topic'
  const id = encodeGlobalId(type, made.keptId)
  const kept = desk.of(type).find((each) => each.id === (desk.state.redirects.get(id) ?? id))
  const mergeId = encodeGlobalId('Merge', made.id)
  return kept
    ? desk.send(`${type.toLowerCase()}Split`, { mergeId, expectedVersion: desk.version(kept) })
    : null
}

const editStatement = about('Statement', async (desk, step, statement) => {
  const { other, pick } = step
  const articleId = desk.state.statements.find(({ id }) => id === statement.uuid)?.articleId ?? ''
  const place = await desk.placeIn(articleId, other)
  const cited = { asWritten: place.exact, start: place.start, end: place.end }
  const document = desk.one('Document', other)
  const patch = among(
    [
      { attributions: attributions(desk, step) },
      { topicIds: desk.some('Topic', other) },
      { mentionIds: desk.some('Speaker', other) },
      { saidAt: { edtf: among(DATES, other), asWritten: 'then' }, medium: 'SPEECH' },
      { polarity: among(['DENIED', 'ASKED', null], other) },
      { anchors: [place] },
      { references: document ? [{ documentId: document.id, ...cited }] : [] },
      { eventId: desk.one('Event', other)?.id ?? null },
      { withinId: desk.one('Statement', other)?.id ?? null },
      { threadOfId: desk.one('Statement', other)?.id ?? null },
      { kind: 'MIXED', attributions: [] },
    ],
    pick,
  )
  return desk.send('statementUpdate', { ...desk.target(statement), patch })
})

const editArticle = about('Article', (desk, { other, pick }, article) => {
  const patch = among(
    [
      { title: `Edited ${other}` },
      { publishedAt: { edtf: among(DATES, other) } },
      { topicIds: desk.some('Topic', other) },
      { language: 'en-GB' },
      { url: `https://other.example/${other % 3}` },
      { bylines: [{ asWritten: 'By Mara Lindt', speakerId: desk.one('Speaker', other)?.id }] },
    ],
    pick,
  )
  return desk.send('articleUpdate', { ...desk.target(article), patch })
})

/** The acts of editors, with the weight of each. */
export const ACTS: Record<string, [weight: number, act: Act]> = {
  ingest: [
    6,
    (desk, { on, other, pick }) => {
      const site = on % SITES.length
      const front = [
        '---',
        `title: Ferry ${pick % 3}`,
        `published: ${among(DATES, pick)}`,
        `url: https://${SITES[site]}.example/ferry`,
      ]
      const markdown = [...front, `external_id: cms:${site}`, '---', '', body(other), ''].join('\n')
      return desk.send('articleIngest', { source: { markdown } })
    },
  ],
  reextract: [3, about('Article', (desk, _, { id }) => desk.send('articleReextract', { id }))],
  editArticle: [3, editArticle],
  binArticle: [
    2,
    about('Article', async (desk, { pick }, article) => {
      if (article.fields.deletedAt) return desk.send('articleRestore', { id: article.id })
      return pick % 3 === 0 ? desk.send('articleDelete', desk.target(article)) : null
    }),
  ],
  create: [
    3,
    about('Article', async (desk, step, article) => {
      const anchors = [await desk.placeIn(article.uuid, step.other)]
      const externalId = step.pick % 3 === 0 ? { namespace: 'desk', value: `${step.on % 4}` } : null
      const said = { kind: 'INDIRECT', anchors, attributions: attributions(desk, step) }
      return desk.send('statementCreate', { articleId: article.id, externalId, ...said })
    }),
  ],
  edit: [8, editStatement],
  review: [
    5,
    about('Statement', (desk, { pick }, statement) => {
      return desk.send('statementReview', { ...desk.target(statement), ...decision(pick) })
    }),
  ],
  reviewMany: [
    2,
    async (desk, { on, other, pick }) => {
      const decisions = [on, other, pick, on].flatMap((index) => {
        const one = desk.one('Statement', index)
        return one ? [{ ...desk.target(one), ...decision(index) }] : []
      })
      return decisions.length > 0 ? desk.send('statementsReview', { decisions }) : null
    },
  ],
  revert: [
    3,
    about('Statement', (desk, { other }, statement) =>
      desk.send('statementRevert', { ...desk.target(statement), toVersion: 1 + (other % statement.version) }),
    ),
  ],
  bin: [
    3,
    about('Statement', (desk, { pick }, statement) =>
      statement.fields.deletedAt && pick % 2
        ? desk.send('statementRestore', { id: statement.id })
        : desk.send('statementDelete', desk.target(statement)),
    ),
  ],
  speaker: [
    3,
    upsert('Speaker', (desk, { other, pick }) => ({
      ...{ name: among(NAMES, other), aliases: NAMES.filter((_, index) => (pick >> index) & 1) },
      ...(pick % 4 === 0 ? { kind: 'GROUP', memberIds: desk.some('Speaker', other) } : {}),
    })),
  ],
  offices: [
    2,
    about('Speaker', (desk, { other }, speaker) => {
      const office = (organizationId: string, index: number) => ({
        role: `Minister ${index}`,
        organizationId,
        from: { edtf: '2020' },
      })
      const affiliations = desk.some('Speaker', other).map(office)
      return desk.send('affiliationSet', { ...desk.target(speaker), affiliations })
    }),
  ],
  topic: [
    3,
    upsert('Topic', (desk, { other, pick }) => ({
      ...{ name: `Topic ${other % 6}`, aliases: [`alias ${pick % 3}`, `ALIAS ${pick % 3}`] },
      ...(other % 2 ? { parentId: desk.one('Topic', pick)?.id } : {}),
    })),
  ],
  mergeSpeakers: [3, merge('Speaker')],
  mergeTopics: [2, merge('Topic')],
  undoSpeakers: [3, undo('Speaker')],
  undoTopics: [2, undo('Topic')],
  split: [3, split],
  utterance: [
    3,
    upsert('Utterance', (desk, { other }) => ({
      ...{ canonicalText: `We sail ${other % 3}`, statementIds: desk.some('Statement', other) },
    })),
  ],
  event: [
    1,
    upsert('Event', (desk, { other }) => ({
      name: `Talks ${other % 3}`,
      participantIds: desk.some('Speaker', other),
    })),
  ],
  document: [
    2,
    upsert('Document', (desk, { other }) => ({
      ...{
        title: `Resolution ${other % 3}`,
        identifier: `R/${other % 3}`,
        issuerIds: desk.some('Speaker', other),
      },
    })),
  ],
}
