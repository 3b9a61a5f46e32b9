import type { SaidAt, StatementDraft } from '@onrecord/extract'
import type { DateFields } from '../../dates/fuzzy-date.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import type { StatementFields } from '../../record/statement/statement-fields.js'
import type { Mentions } from './find-mentions.js'

/** What the fields of drafts refer to. */
export interface DraftTarget {
  textId: string
  content: string
  /** Last day on which the article can have been published. Nothing in it was said later. */
  publishedLatest: Date | null
  /** UUIDs by the names in the extraction. */
  speakerIds: ReadonlyMap<string, string>
  /** UUIDs by slug. */
  topicIds: ReadonlyMap<string, string>
  /** Where the text names a speaker on record. */
  mentions: Mentions
}

/** The fields of a statement that an extractor can fill. */
export type DraftFields = Pick<
  StatementFields,
  | 'kind'
  | 'polarity'
  | 'medium'
  | 'anchors'
  | 'alterations'
  | 'attributions'
  | 'saidAt'
  | 'mentionIds'
  | 'topicIds'
>

export function draftFields(draft: StatementDraft, target: DraftTarget): DraftFields {
  const articleTextId = encodeGlobalId('ArticleText', target.textId)
  return {
    kind: draft.kind,
    polarity: draft.polarity,
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

/** The date that the reporter names; without one, an open date that ends with the day of the publication. */
export function saidAtOf(
  saidAt: Pick<SaidAt, 'edtf' | 'earliest' | 'basis' | 'asWritten'> | null,
  publishedLatest: Date | null,
): DateFields | null {
  const asWritten = saidAt?.asWritten ?? null
  const latest = publishedLatest?.toISOString().slice(0, 10)
  // The extractor has misread a date after the publication.
  const edtf = latest && (saidAt?.earliest ?? '') > latest ? null : (saidAt?.edtf ?? null)
  if (saidAt && edtf !== null) return { edtf, basis: saidAt.basis, asWritten }
  if (latest) return { edtf: `../${latest}`, basis: 'INFERRED', asWritten }
  return asWritten === null ? null : { edtf: null, basis: 'UNKNOWN', asWritten }
}

/** Global ids of the speakers that the words of a statement name, without its own speaker. */
function mentionsOf({ segments, speaker }: StatementDraft, { mentions, speakerIds }: DraftTarget): string[] {
  const ownId = speaker === null ? undefined : speakerIds.get(speaker)
  const ids = new Set(segments.flatMap((segment) => mentions.within(segment)))
  return [...ids]
    .filter((id) => id !== ownId)
    .map((id) => encodeGlobalId('Speaker', id))
    .sort()
}

/**
 * One attribution for the speaker, or one for each of several people who speak together. When only the words that name
 * the speaker are known ("an official"), the attribution has no speaker.
 */
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
