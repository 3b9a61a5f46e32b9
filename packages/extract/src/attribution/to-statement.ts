import type { Entity } from '../names/entity.js'
import type { ReadSentence } from '../names/read-body.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import type { Attributed, Rule } from './attributed.js'
import { DIRECT_SHARE } from './inherit.js'

/**
 * Makes the statement of a draft. The first of the speakers is its own, the others say it together with that one. A
 * name that fits several people speaks for nobody.
 */
export function toStatement(
  text: string,
  draft: SentenceDraft,
  sentence: ReadSentence,
  speakers: readonly (Entity | null)[],
): Attributed {
  const { subject, cue } = draft
  const [entity = null, ...together] = speakers.map((speaker) => (speaker?.doubtful ? null : speaker))
  const { tokens } = sentence
  const head = subject.mention ?? {
    start: tokens[subject.from]?.start ?? 0,
    end: tokens[subject.to - 1]?.end ?? 0,
  }
  // The mention of both is "Moss and Hale".
  const end = together.length > 0 ? Math.max(head.end, ...subject.others.map((other) => other.end)) : head.end
  const kind = !draft.hasQuote ? 'INDIRECT' : draft.quoted >= DIRECT_SHARE ? 'DIRECT' : 'MIXED'
  const opening = text.charAt(draft.segments[0]?.start ?? 0)
  return {
    segments: draft.segments,
    kind,
    // The speaker's own words say themselves what they deny.
    polarity: kind === 'DIRECT' && draft.polarity === 'DENIED' ? 'AFFIRMED' : draft.polarity,
    entity,
    together: together.filter((other) => other !== null),
    source: { start: head.start, end },
    cue: text.slice(tokens[cue.from]?.start, tokens[cue.to - 1]?.end),
    traits: cue.traits,
    verbClass: cue.verbClass,
    basis: subject.kind === 'PRONOUN' ? 'PRONOUN' : 'NAMED',
    rule: ruleOf(draft),
    medium: null,
    subject: subject.kind === 'SELF' ? 'NOUN' : subject.kind,
    doubtful: cue.weak || cue.nounLike,
    plain: draft.that || /^["“‘'«„]/.test(opening),
    cueTokens: placeOf(draft),
    sentence,
    within: null,
    from: null,
  }
}

function ruleOf({ cue, shape }: SentenceDraft): Rule {
  if (cue.kind === 'COPULA' || shape === 'ABOVE') return 'BEFORE'
  return cue.kind === 'VERB' ? shape : cue.kind
}

/** Returns the tokens of subject and verb. */
function placeOf({ subject: { mention }, cue }: SentenceDraft): Attributed['cueTokens'] {
  // A subject's phrase may begin with what stands in front of the name: "On Monday Ada Moss said".
  const from = mention && mention.from < cue.from ? mention.from : cue.groupFrom
  return { from, to: cue.groupTo, head: mention?.to ?? cue.from }
}
