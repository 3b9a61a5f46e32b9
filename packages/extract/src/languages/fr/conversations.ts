import type { AttributionKnowledge } from '../../attribution/reading.js'

/** How transcripts and interviews are printed. */
export const CONVERSATIONS: Pick<AttributionKnowledge, 'turns' | 'interview'> = {
  turns: {
    noName:
      /^(?:mise à jour|actualisé|note|rédaction|lire|vidéo|photo|image|correction|sondage|reportage|analyse|opinion|exclusif|question|réponse|verbatim)\b/i,
  },
  interview: {
    question: /^(Q|Question)\s?[:.]\s+(?=\S)/,
    answer: /^(R|Réponse)\s?[:.]\s+(?=\S)/,
    announcement: /\b(?:interview|entretien|questions|interrogée?)\b/i,
  },
}
