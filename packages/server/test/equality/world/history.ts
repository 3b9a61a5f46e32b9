import type { Draft, Row } from './draft.js'

/** The tables of the nouns that have a history, with their entity types. */
const RECORDED = {
  Article: 'ARTICLE',
  Speaker: 'SPEAKER',
  Statement: 'STATEMENT',
  Topic: 'TOPIC',
  Event: 'EVENT',
  Place: 'PLACE',
  Document: 'DOCUMENT',
  Utterance: 'UTTERANCE',
} as const

const IDENTIFIED = { ...RECORDED, Site: 'SITE' } as const

/** The reviews by which a statement came to its status. */
const REVIEWS: Record<string, string[]> = {
  PROPOSED: [],
  VERIFIED: ['VERIFIED'],
  REJECTED: ['REJECTED'],
  RETRACTED: ['VERIFIED', 'RETRACTED'],
}

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url')

/** Adds revisions, merges, ids in other systems, and keys that are no longer good. */
export function addHistory(draft: Draft): void {
  for (const table of Object.keys(RECORDED) as (keyof typeof RECORDED)[]) {
    for (const row of draft.rows(table)) addRevisions(draft, table, row)
  }
  for (const table of Object.keys(IDENTIFIED) as (keyof typeof IDENTIFIED)[]) addExternalIds(draft, table)
  for (const table of ['Speaker', 'Topic'] as const) addMerges(draft, table)
  for (const table of Object.keys(IDENTIFIED) as (keyof typeof IDENTIFIED)[]) {
    for (const row of draft.rows(table)) addChanges(draft, IDENTIFIED[table], row)
  }
  for (const { id } of draft.rows('Statement')) addNotes(draft, id)
  for (const { id } of draft.rows('Article')) addClaims(draft, id)
  for (const [index, at] of [['revokedAt'], ['expiresAt'], ['lastUsedAt']].entries()) {
    draft.add('ApiKey', {
      ...{
        id: draft.id(),
        keyId: `oldkey${index}`,
        name: `Old ${index}`,
        secretSha256: `${index}`.repeat(64),
      },
      ...{ scopes: ['reader', 'editor'], createdBy: 'operator', createdAt: draft.instant() },
      [at[0] as string]: draft.instant(),
    })
  }
}

function addRevisions(draft: Draft, table: keyof typeof RECORDED, row: Row): void {
  const { choices } = draft
  const steps: { action: string; changes: object[] }[] = [{ action: 'CREATED', changes: [] }]
  let status = 'PROPOSED'
  const review = (after: string) => {
    steps.push({
      action: 'REVIEWED',
      changes: [{ field: 'reviewStatus', before: status, after }, ...edits(draft, 1)],
    })
    status = after
  }
  if (table === 'Statement' && choices.chance(30)) {
    review('REJECTED')
    review('PROPOSED')
  }
  for (const after of REVIEWS[row.reviewStatus ?? 'PROPOSED'] ?? []) {
    if (choices.chance(50)) steps.push({ action: 'UPDATED', changes: edits(draft, 3) })
    review(after)
  }
  if (choices.chance(40))
    steps.push({ action: choices.pick(['UPDATED', 'REVERTED']), changes: edits(draft, 3) })
  if (row.deletedAt) steps.push({ action: 'DELETED', changes: [] })
  row.version = steps.length
  for (const [index, { action, changes }] of steps.entries()) {
    draft.add('Revision', {
      ...{ id: draft.id(), type: RECORDED[table], entityId: row.id, version: index + 1, action, changes },
      ...{ at: draft.instant(), actor: choices.pick(['Mara', 'onrecord-rules@0.1.0']) },
      ...{ byMachine: choices.chance(30), note: draft.maybe(30, () => 'As the tape has it.') },
    })
  }
}

/** Changes of fields, with ids of objects that are public, hidden, merged or never were. */
function edits(draft: Draft, most: number): object[] {
  const { choices } = draft
  const id = (table: string) =>
    globalId(table, choices.chance(5) ? draft.id() : choices.pick(draft.rows(table)).id)
  const ids = (table: string) => JSON.stringify(Array.from({ length: choices.below(4) }, () => id(table)))
  const speakers = () =>
    JSON.stringify([{ speakerId: id('Speaker'), role: 'SPEAKER', asWritten: null }, { speakerId: null }])
  const fields: [string, () => string | null][] = [
    ['eventId', () => draft.maybe(70, () => id('Event'))],
    ['placeId', () => draft.maybe(70, () => id('Place'))],
    ['withinId', () => draft.maybe(70, () => id('Statement'))],
    ['topicIds', () => ids('Topic')],
    ['mentionIds', () => ids('Speaker')],
    ['attributions', speakers],
    ['siteIds', () => ids('Site')],
    ['references', () => JSON.stringify([{ documentId: id('Document'), articleId: id('Article') }])],
    ['kind', () => choices.pick(['DIRECT', 'MIXED', null])],
    ['text', () => choices.pick(['We sail at noon.', 'We sail at “noon” 🚢.', null])],
  ]
  return choices.some(fields, most).map(([field, value]) => ({ field, before: value(), after: value() }))
}

function addExternalIds(draft: Draft, table: keyof typeof IDENTIFIED): void {
  if (table === 'Place' || table === 'Utterance') return
  const column = `${table[0]?.toLowerCase()}${table.slice(1)}Id`
  for (const [index, row] of draft.rows(table).entries()) {
    if (row.mergedIntoId) continue
    for (const namespace of draft.choices.some(['cms', 'wiki', 'Archive'], 2)) {
      const value = `${index}-${draft.choices.below(3)}`
      draft.add('ExternalId', { id: draft.id(), type: IDENTIFIED[table], namespace, value, [column]: row.id })
    }
  }
}

function addMerges(draft: Draft, table: 'Speaker' | 'Topic'): void {
  const { choices } = draft
  const rows = draft.rows(table)
  const merge = (kept: string, absorbed: Row, undoneAt: Date | null) =>
    draft.add('Merge', {
      ...{
        id: draft.id(),
        type: RECORDED[table],
        keptId: kept,
        absorbedId: absorbed.id,
        absorbedName: absorbed.name,
      },
      ...{ at: draft.instant(), actor: 'Mara', note: draft.maybe(50, () => 'The same.'), undoneAt },
    })
  for (const row of rows) if (row.mergedIntoId) merge(row.mergedIntoId, row, null)
  // Objects that were merged, and split again.
  for (let n = 0; n < 4; n++) merge(rows[n].id, rows[choices.pick([6, 7, 9])], draft.instant())
}

/** What the log has of an object: it came, and some more. A log that was trimmed has its last change only. */
function addChanges(draft: Draft, type: string, { id: entityId }: Row): void {
  const { choices } = draft
  const kinds = choices.some(['CREATED', 'UPDATED', 'REVIEWED', 'DELETED', 'RESTORED'], 3)
  for (const kind of kinds.length > 0 ? kinds : ['CREATED']) {
    draft.add('Change', { id: draft.id(), kind, type, entityId, actor: 'Mara', at: draft.instant() })
  }
}

function addNotes(draft: Draft, statementId: string): void {
  const { choices } = draft
  for (let count = choices.below(3); count > 0; count--) {
    const withdrawnAt = draft.maybe(30, () => draft.instant())
    draft.add('StatementNote', {
      ...{ id: draft.id(), statementId, author: choices.pick(['Mara', 'Nils']), createdAt: draft.instant() },
      ...{ withdrawnAt, withdrawnBy: withdrawnAt && 'Nils', text: withdrawnAt ? null : 'Heard on the tape.' },
    })
  }
}

function addClaims(draft: Draft, articleId: string): void {
  const { choices } = draft
  for (let count = choices.below(3); count > 0; count--) {
    const endedAt = count > 1 || choices.chance(50) ? draft.instant() : null
    draft.add('ArticleClaim', {
      ...{ id: draft.id(), articleId, holder: choices.pick(['Mara', 'Nils']), createdAt: draft.instant() },
      ...{ endedAt, endedBy: endedAt && 'Mara' },
    })
  }
}
