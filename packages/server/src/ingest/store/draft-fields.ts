import type { SaidAt, StatementDraft } from '@onrecord/extract'
import type { DateFields } from '../../dates/fuzzy-date.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import type { StatementFields } from '../../record/statement/statement-fields.js'
import type { Named } from './named.js'

/** What drafts refer to. */
export interface DraftTarget {
  textId: string
  content: string
  /** Last day that the article can have been published: nothing in it was said later. */
  publishedLatest: Date | null
  speakerIds: ReadonlyMap<string, string>
  topicIds: ReadonlyMap<string, string>
  /** Where somebody is named. */
  named: Named
}

/** A draft as the fields of a statement that an extractor knows. */
export type DraftFields = Pick<
  StatementFields,
  'kind' | 'medium' | 'anchors' | 'alterations' | 'attributions' | 'saidAt' | 'mentionIds' | 'topicIds'
>

export function draftFields(draft: StatementDraft, target: DraftTarget): DraftFields {
  const articleTextId = encodeGlobalId('ArticleText', target.textId)
  return {
    kind: draft.kind,
    medium: draft.medium,
    anchors: draft.segments.map(({ start, end }) => {
      const exact = target.content.slice(start, end)
      return { articleTextId, start, end, exact, status: 'EXACT' }
    }),
    alterations: draft.alterations.map(({ kind, start, end }) => ({ kind, start, end })),
    attributions: attributionsOf(draft, target.speakerIds),
    saidAt: saidAtOf(draft.saidAt, target.publishedLatest),
    mentionIds: mentionsOf(draft, target),
    topicIds: [...new Set(draft.topics.flatMap((slug) => target.topicIds.get(slug) ?? []))]
      .sort()
      .map((id) => encodeGlobalId('Topic', id)),
  }
}

/** The day that the reporter names; without one, when it was said at the latest. */
export function saidAtOf(
  saidAt: Pick<SaidAt, 'edtf' | 'earliest' | 'basis' | 'asWritten'> | null,
  publishedLatest: Date | null,
): DateFields | null {
  const asWritten = saidAt?.asWritten ?? null
  const latest = publishedLatest?.toISOString().slice(0, 10)
  // A day after the publication was misread.
  const edtf = latest && (saidAt?.earliest ?? '') > latest ? null : (saidAt?.edtf ?? null)
  if (saidAt && edtf !== null) return { edtf, basis: saidAt.basis, asWritten }
  if (latest) return { edtf: `../${latest}`, basis: 'INFERRED', asWritten }
  return asWritten === null ? null : { edtf: null, basis: 'UNKNOWN', asWritten }
}

/** Who is named inside the words, besides whose words they are. */
function mentionsOf({ segments, speaker }: StatementDraft, { named, speakerIds }: DraftTarget): string[] {
  const own = speaker === null ? undefined : speakerIds.get(speaker)
  const ids = new Set(segments.flatMap((segment) => named.within(segment)))
  return [...ids]
    .filter((id) => id !== own)
    .map((id) => encodeGlobalId('Speaker', id))
    .sort()
}

/** Of the speaker, or of each of those who say it together; of nobody in particular when only a mention is known. */
function attributionsOf(draft: StatementDraft, speakerIds: ReadonlyMap<string, string>) {
  const { mention: asWritten, cue, basis, confidence } = draft
  const names = draft.speaker === null ? [] : [draft.speaker, ...(draft.coSpeakers ?? [])]
  const ids = [...new Set(names.flatMap((name) => speakerIds.get(name) ?? []))].slice(
    0,
    MOST_PARTS.attributions,
  )
  const role = ids.length > 1 ? ('CO_SPEAKER' as const) : ('SPEAKER' as const)
  const known = { asWritten, cue, basis, confidence }
  if (ids.length === 0) return asWritten === null ? [] : [{ speakerId: null, role, ...known }]
  return ids.map((id) => ({ speakerId: encodeGlobalId('Speaker', id), role, ...known }))
}
