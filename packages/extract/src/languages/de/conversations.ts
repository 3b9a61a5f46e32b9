import type { AttributionKnowledge } from '../../attribution/reading.js'

/** How transcripts and interviews are printed. */
export const CONVERSATIONS: Pick<AttributionKnowledge, 'turns' | 'interview'> = {
  turns: {
    noName:
      /^(?:update|aktualisiert|eilmeldung|hinweis|anmerkung|redaktion|lesen|video|foto|fotos|bild|korrektur|umfrage|bericht|analyse|meinung|kommentar|exklusiv|fakt|frage|antwort|protokoll|zitat)\b/i,
  },
  interview: {
    question: /^(F|Frage)[:.]\s+(?=\S)/,
    answer: /^(A|Antwort)[:.]\s+(?=\S)/,
    announcement: /\b(?:interview\w*|gespräch|fragen|gefragt|(?:sprach|gesprochen|spricht) mit)\b/i,
  },
}
