import { isFullName, mayBeOnePerson, type SpeakerDraft } from '@onrecord/extract'
import { fold } from '../../text/fold.js'
import type { KnownSpeaker } from './known-speakers.js'

/**
 * Finds the stored speaker of each draft.
 *
 * A name that a person has given a speaker is that speaker's, before all else. Otherwise a draft matches the only speaker
 * of the same kind with its name or, failing that, with a full alias, unless another name of the two says that they are
 * two people: "Jonas K. Vell" and "Jonas M. Vell" may both be called "Jonas Vell". A surname alone, also with an initial
 * or a title, says too little across articles: it matches only a speaker of the same article or of a copy, and none that
 * the text names apart from it. Every doubtful case becomes a new speaker, because two speakers can be merged later, but
 * one that stands for two people cannot be split.
 */
export function matchSpeakers(
  drafts: readonly SpeakerDraft[],
  known: readonly KnownSpeaker[],
): Map<SpeakerDraft, KnownSpeaker> {
  const matches = new Map<SpeakerDraft, KnownSpeaker>()
  const taken = new Set<KnownSpeaker>()
  const add = (draft: SpeakerDraft, speaker: KnownSpeaker | null) => {
    if (!speaker) return
    matches.set(draft, speaker)
    taken.add(speaker)
  }
  const fullestFirst = [...drafts].sort(
    (a, b) => Number(isFull(b.name, b.kind)) - Number(isFull(a.name, a.kind)),
  )
  for (const draft of fullestFirst) {
    const sameKind = known.filter(({ kind }) => kind === draft.kind)
    const decided = byDecision(draft, sameKind)
    const free = sameKind.filter((speaker) => !taken.has(speaker) && !isContradicted(speaker, draft))
    add(draft, decided ?? byName(draft, free))
  }
  return matches
}

const only = (speakers: readonly KnownSpeaker[]): KnownSpeaker | null =>
  speakers.length === 1 ? (speakers[0] ?? null) : null

/** The speaker to whom a person has given the draft's name. A surname counts only in an article of that speaker. */
function byDecision({ name, kind }: SpeakerDraft, known: readonly KnownSpeaker[]): KnownSpeaker | null {
  const folded = fold(name)
  const given = known.filter(({ decided }) => decided.has(folded))
  const here = given.filter(({ isHere }) => isHere)
  return here.length > 0 ? only(here) : tellsApart(name, kind) ? only(given) : null
}

function byName(draft: SpeakerDraft, known: readonly KnownSpeaker[]): KnownSpeaker | null {
  const called = (name: string) =>
    known.filter(({ names, formerNames }) => names.has(fold(name)) || formerNames.includes(fold(name)))
  const here = called(draft.name).filter(({ isHere }) => isHere)
  if (here.length === 1) return only(here)
  if (isFull(draft.name, draft.kind) && called(draft.name).length > 0) return only(called(draft.name))
  const aliases = draft.aliases.filter((alias) => isFull(alias, draft.kind))
  return only([...new Set(aliases.flatMap(called))])
}

/** Whether a name of the draft and one of the speaker are those of two people. Names that people gave do not count. */
function isContradicted({ names, decided }: KnownSpeaker, draft: SpeakerDraft): boolean {
  if (draft.kind === 'ORGANIZATION' || draft.kind === 'GROUP') return false
  const printed = [draft.name, ...draft.aliases].filter((name) => !names.has(fold(name)))
  const theirs = [...names].filter(([folded]) => !decided.has(folded)).map(([, name]) => name)
  return printed.some((name) => theirs.some((other) => !mayBeOnePerson(name, other)))
}

/** Whether a name identifies somebody by itself. An organisation's name does; a person's surname does not. */
const isFull = (name: string, kind: SpeakerDraft['kind']): boolean =>
  kind === 'ORGANIZATION' || kind === 'GROUP' || isFullName(name)

/** Whether a name is more than a surname: with an initial, too, a person can say whose it is. */
const tellsApart = (name: string, kind: SpeakerDraft['kind']): boolean =>
  isFull(name, kind) || /^\p{L}\./u.test(name)
