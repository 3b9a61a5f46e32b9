import { fold } from './fold.js'

/** Words that PostgreSQL's English text search leaves out: english.stop of Snowball, https://snowballstem.org. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
  its itself they them their theirs themselves what which who whom this that these those am is are was were be been
  being have has had having do does did doing a an the and but if or because as until while of at by for with about
  against between into through during before after above below to from up down in out on off over under again further
  then once here there when where why how all any both each few more most other some such no nor not only own same so
  than too very s t can will just don should now`.split(/\s+/),
)

/** The phrases of a search, with their marks: any quotation mark begins one, and any ends it. */
const PHRASE = /["“”„«»][^"“”„«»]*["“”„«»]?/g
const SEVERAL_WORDS = /[\p{L}\p{N}][\s/-]+[\p{L}\p{N}]/u

/** Whether a search has only words that nearly every English text has. A phrase of several words is rarer. */
export const hasOnlyStopWords = (search: string): boolean =>
  !(search.match(PHRASE) ?? []).some((phrase) => SEVERAL_WORDS.test(phrase)) &&
  (fold(search).match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => STOP_WORDS.has(word))
