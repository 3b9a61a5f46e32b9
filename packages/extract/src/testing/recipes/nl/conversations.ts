import type { AttributionKnowledge } from '../../../attribution/reading.js'

export const CONVERSATIONS: Pick<AttributionKnowledge, 'turns' | 'interview'> = {
  turns: { noName: /^(?:update|correctie|foto)\b/i },
  interview: {
    question: /^(V|Vraag)[:.]\s+(?=\S)/,
    answer: /^(A|Antwoord)[:.]\s+(?=\S)/,
    announcement: /\b(?:interview|gesprek|vragen)\b/i,
  },
}
