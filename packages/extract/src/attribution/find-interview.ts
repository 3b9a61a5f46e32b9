import type { Entity } from '../names/entity.js'
import type { ReadParagraph } from '../names/read-body.js'
import type { Registry } from '../names/registry.js'
import type { Span } from '../types.js'

/** Questions and answers, one a paragraph. Only the head of the article names who answers. */
export interface Interview {
  /** Whom the title or the opening names; null when that is nobody, or one of several. */
  speaker: Entity | null
  /** The words of each answer, without its label. */
  answers: Map<ReadParagraph, { words: Span; label: Span | null }>
}

/** What reading an interview takes from a language. */
export interface InterviewKnowledge {
  interview: {
    /** The label of a question with the white space behind it; its first group is the label alone. */
    question: RegExp
    /** Likewise of an answer. */
    answer: RegExp
    /** What an article says of itself before it prints questions and answers. */
    announcement: RegExp
  }
}

/** Code units at the head of a paragraph that a label stands in. */
const LABEL_REACH = 20
/** No interviewer's question is longer, in code units. */
const LONGEST_QUESTION = 300
/** Any article may have fewer questions. */
const LEAST_QUESTIONS = 3
const LEAST_LABELLED = 2
/** Paragraphs before the first question that may name who answers. */
const OPENING = 6

/** Reads "Q: … A: …" and bold questions with answers below them; null when the text is no interview of that kind. */
export function findInterview(
  text: string,
  paragraphs: ReadParagraph[],
  registry: Registry,
  headline: string,
  { interview }: InterviewKnowledge,
): Interview | null {
  const asked = labelled(text, paragraphs, interview.question)
  const answered = labelled(text, paragraphs, interview.answer)
  const isLabelled = asked.size >= LEAST_LABELLED && answered.size >= LEAST_LABELLED
  const questions = new Set(
    isLabelled ? asked.keys() : paragraphs.filter((paragraph) => isQuestion(text, paragraph)),
  )
  const first = paragraphs.findIndex((paragraph) => questions.has(paragraph))
  const opening = paragraphs.slice(Math.max(0, first - OPENING), Math.max(0, first))
  if (!isLabelled && (questions.size < LEAST_QUESTIONS || !alternates(paragraphs, questions))) return null
  const speaker = interviewee(opening, registry, headline)
  const said = `${headline} ${opening.map(({ start, end }) => text.slice(start, end)).join(' ')}`
  if (!isLabelled && (speaker === null || !interview.announcement.test(said))) return null
  const answers: Interview['answers'] = new Map()
  const last = paragraphs.findLastIndex((paragraph) => questions.has(paragraph)) + 1
  for (const paragraph of paragraphs.slice(first, last + 1)) {
    if (questions.has(paragraph)) continue
    const head = isLabelled ? answered.get(paragraph) : undefined
    const { start, end } = paragraph
    const label = head ? { start, end: start + (head[1]?.length ?? 0) } : null
    answers.set(paragraph, { words: { start: start + (head?.[0].length ?? 0), end }, label })
  }
  return { speaker, answers }
}

/** Returns the paragraphs that open with a label, with what it matched. */
const labelled = (text: string, paragraphs: ReadParagraph[], label: RegExp) =>
  new Map(
    paragraphs.flatMap((paragraph) => {
      const { start, end } = paragraph
      const head = label.exec(text.slice(start, Math.min(end, start + LABEL_REACH)))
      return head ? [[paragraph, head] as const] : []
    }),
  )

/** Tells whether a paragraph is a question of an interviewer's length that stands in nobody's quotation marks. */
const isQuestion = (text: string, { start, end, quotes }: ReadParagraph) =>
  end - start <= LONGEST_QUESTION && text.charAt(end - 1) === '?' && quotes[0]?.start !== start

/** Tells whether each question has its answer, so that no question follows another. */
const alternates = (paragraphs: ReadParagraph[], questions: ReadonlySet<ReadParagraph>) =>
  paragraphs.every((paragraph, i) => {
    const next = paragraphs[i + 1]
    return !questions.has(paragraph) || (next !== undefined && !questions.has(next))
  })

/** Finds who answers: the only person of the headline, or else whoever the opening names most. */
function interviewee(opening: ReadParagraph[], registry: Registry, headline: string): Entity | null {
  const counts = new Map<Entity, number>()
  for (const { sentences } of opening)
    for (const { mentions } of sentences)
      for (const mention of mentions) {
        const entity = registry.find(mention)
        if (entity?.kind === 'PERSON') counts.set(entity, (counts.get(entity) ?? 0) + 1)
      }
  const words = new Set(headline.toLowerCase().match(/[\p{L}\p{M}’'-]+/gu))
  const titled = registry.people().filter(({ name }) => words.has(lastWord(name)))
  if (titled.length === 1) return titled[0] ?? null
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}

const lastWord = (name: string) => name.toLowerCase().split(' ').at(-1) ?? ''
