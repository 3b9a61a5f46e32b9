import type { AttributionKnowledge } from '../../attribution/reading.js'

/** How transcripts and interviews are printed. */
export const CONVERSATIONS: Pick<AttributionKnowledge, 'turns' | 'interview'> = {
  turns: {
    noName:
      /^(?:actualización|actualizado|nota|redacción|leer|vídeo|video|foto|imagen|corrección|sondeo|reportaje|análisis|opinión|exclusiva|pregunta|respuesta)(?!\p{L})/iu,
  },
  interview: {
    question: /^(P|Pregunta)[:.]\s+(?=\S)/,
    answer: /^(R|Respuesta)[:.]\s+(?=\S)/,
    announcement: /\b(?:entrevista|preguntas|conversación)/i,
  },
}
