import type { AttributionKnowledge } from '../../attribution/reading.js'

/** How transcripts and interviews are printed. */
export const CONVERSATIONS: Pick<AttributionKnowledge, 'turns' | 'interview'> = {
  turns: {
    noName:
      /^(?:watch|update|updated|breaking|note|editor|read|listen|video|photo|photos|correction|poll|report|analysis|opinion|exclusive|related|fact|question|answer|transcript)\b/i,
  },
  interview: {
    question: /^(Q(?=\p{Lu}\p{Ll})|(?:Q|Question)[:.](?=\s+\S))\s*/u,
    answer: /^(A|Answer)[:.]\s+(?=\S)/,
    announcement:
      /\b(?:interview\w*|conversation|Q&A|question|questions|asked|(?:spoke|talked|talks|sat down) (?:to|with))\b/i,
  },
}
