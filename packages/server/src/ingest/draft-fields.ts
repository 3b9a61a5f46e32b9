import type { StatementDraft } from '@onrecord/extract'
import { encodeGlobalId } from '../schema/global-id.js'
import { NO_PARTICULARS } from '../statement/insert-statements.js'
import type { StatementFields } from '../statement/statement-state.js'

/** What drafts refer to. */
export interface DraftTarget {
  textId: string
  content: string
  /** Last day that the article can have been published: nothing in it was said later. */
  publishedLatest: Date | null
  speakerIds: ReadonlyMap<string, string>
  topicIds: ReadonlyMap<string, string>
}

/** A draft as the fields of a statement that an extractor knows. */
export type DraftFields = Pick<StatementFields, 'kind' | 'medium' | 'anchors' | 'attributions' | 'topicIds'>

export function draftFields(draft: StatementDraft, target: DraftTarget): DraftFields {
  const articleTextId = encodeGlobalId('ArticleText', target.textId)
  return {
    kind: draft.kind,
    medium: draft.medium,
    anchors: draft.segments.map(({ start, end }) => {
      const exact = target.content.slice(start, end)
      return { articleTextId, start, end, exact, status: 'EXACT' }
    }),
    attributions: attributionsOf(draft, target.speakerIds),
    topicIds: [...new Set(draft.topics.flatMap((slug) => target.topicIds.get(slug) ?? []))]
      .sort()
      .map((id) => encodeGlobalId('Topic', id)),
  }
}

/** A proposal says besides only when it was said at the latest. */
export function newFields(fields: DraftFields, publishedLatest: Date | null): StatementFields {
  const latest = publishedLatest?.toISOString().slice(0, 10)
  const saidAt = latest ? { edtf: `../${latest}`, basis: 'INFERRED' as const, asWritten: null } : null
  return { ...NO_PARTICULARS, ...fields, saidAt }
}

function attributionsOf(draft: StatementDraft, speakerIds: ReadonlyMap<string, string>) {
  const speakerId = draft.speaker === null ? null : (speakerIds.get(draft.speaker) ?? null)
  if (speakerId === null && draft.mention === null) return []
  const { mention: asWritten, cue, basis, confidence } = draft
  return [
    {
      speakerId: speakerId === null ? null : encodeGlobalId('Speaker', speakerId),
      role: 'SPEAKER' as const,
      ...{ asWritten, cue, basis, confidence },
    },
  ]
}
