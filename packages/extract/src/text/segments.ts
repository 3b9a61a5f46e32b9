import type { SegmentKind, Span, TextSegment } from '../types.js'
import type { Lexicon } from './lexicon.js'
import { isTitleCase, titleShareOf } from './title-case.js'

/** What is known of the page's head. */
export interface PageHints {
  title?: string | undefined
  byline?: string | undefined
}

/** What telling an article from the page around it takes from a language. */
export interface PageKnowledge {
  lexicon: Lexicon
  page: {
    /** Whether headlines capitalise their words. In German, which capitalises all nouns, capitals tell nothing. */
    titleCase: boolean
    /** The line that names the author: "By Ada Moss". */
    byline: RegExp
    /** Headings of lists of other articles; lower case, without end marks. */
    listHeadings: ReadonlySet<string>
    /** Lines after which the page is no longer the article: comment forms, the author's own shop. */
    closingLines: readonly RegExp[]
    /** Lines that are never the article, wherever they stand. */
    boilerplateLines: readonly RegExp[]
  }
}

/** No headline, heading or boilerplate is longer, in code units. */
const LONGEST_LINE = 400

/** Tells the title, byline, headings and the page's boilerplate from the body, one segment a paragraph. */
export function classify(
  text: string,
  paragraphs: Span[],
  hints: PageHints,
  language: PageKnowledge,
): TextSegment[] {
  const reader = new PageReader(hints, paragraphs.length, language)
  const segments: TextSegment[] = []
  for (const [index, { start, end }] of paragraphs.entries()) {
    const before = segments.at(-1)
    // The reporter's words, which end as a sentence does.
    const told = before?.kind === 'BODY' && /[^.]\.$/.test(text.slice(before.end - 2, before.end))
    const kind =
      end - start > LONGEST_LINE ? reader.readLong() : reader.read(text.slice(start, end), index, told)
    segments.push({ start, end, kind })
  }
  return segments
}

/** Reads the lines of a page in order and remembers where it is. */
class PageReader {
  private readonly title: string | null
  private readonly byline: string | null
  private readonly count: number
  private readonly language: PageKnowledge
  private bodySeen = false
  private titleSeen = ''
  private place: 'ARTICLE' | 'LIST' | 'CLOSING' = 'ARTICLE'

  constructor({ title, byline }: PageHints, count: number, language: PageKnowledge) {
    this.title = title ? squeeze(title) : null
    this.byline = byline ? squeeze(byline) : null
    this.count = count
    this.language = language
  }

  /** Reads a paragraph that is too long for anything but the body. */
  readLong(): SegmentKind {
    this.place = 'ARTICLE'
    this.bodySeen = true
    return 'BODY'
  }

  /** Reads a line. `told`: the line before is the reporter's and ends as a sentence does. */
  read(line: string, index: number, told: boolean): SegmentKind {
    const kind = this.headKind(line, index) ?? this.bodyKind(line, told)
    this.bodySeen ||= kind === 'BODY'
    return kind
  }

  /** Tells title and byline, as given or by their looks; null for any other line. */
  private headKind(line: string, index: number): SegmentKind | null {
    const { title, byline, bodySeen } = this
    const squeezed = bodySeen && title === null && byline === null ? '' : squeeze(line)
    const guessed = title === null && index === 0 && this.count > 1 && looksLikeTitle(line, this.language)
    const repeated = squeezed !== '' && (squeezed === title || (!bodySeen && squeezed === this.titleSeen))
    if (guessed || repeated) {
      this.titleSeen = squeezed
      return 'TITLE'
    }
    return (byline !== null && squeezed === byline) || looksLikeByline(line, this.language) ? 'BYLINE' : null
  }

  private bodyKind(line: string, told: boolean): SegmentKind {
    const { closingLines, listHeadings, boilerplateLines } = this.language.page
    if (closingLines.some((pattern) => pattern.test(line))) this.place = 'CLOSING'
    else if (this.place !== 'CLOSING' && listHeadings.has(bare(line))) this.place = 'LIST'
    else if (boilerplateLines.some((pattern) => pattern.test(line))) return 'BOILERPLATE'
    else if (this.resumes(line)) this.place = 'ARTICLE'
    if (this.place !== 'ARTICLE') return 'BOILERPLATE'
    return looksLikeHeading(line, this.language) || (told && isQuotedHeading(line)) ? 'HEADING' : 'BODY'
  }

  /** Tells whether the article goes on after a list or a comment form: it does with a sentence. */
  private resumes(line: string): boolean {
    if (this.place === 'LIST') return SENTENCE_END.test(line)
    return this.place === 'CLOSING' && line.length > LONGEST_COMMENT && !/^["“]/.test(line)
  }
}

/** A longer line after a comment form is the article's, in code units. */
const LONGEST_COMMENT = 160

const SENTENCE_END = /[.!?…]["”’'»)]*$/

/** Drops case and end marks. */
const bare = (line: string) =>
  line
    .toLowerCase()
    .replace(/[:.…!?]+$/, '')
    .trim()

const looksLikeByline = (line: string, { page }: PageKnowledge) =>
  line.length < 120 && page.byline.test(line) && !/[.!?]["”]?$/.test(line)

/** Drops case, accents, blanks and marks, by which a title may differ from the one given. */
const squeeze = (line: string) =>
  line
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

const inTitleCase = (line: string, { lexicon, page }: PageKnowledge) =>
  page.titleCase && isTitleCase({ titleShare: titleShareOf(line, lexicon) })

/** Tells whether the first line may be a title: it is in title case, or no full stop ends it. */
function looksLikeTitle(line: string, language: PageKnowledge): boolean {
  if (line.length > 200 || /[:"”’']$/.test(line) || /^["“]/.test(line)) return false
  return inTitleCase(line, language) || !/[.!?…]$/.test(line)
}

/** Tells whether a line may be a heading: it is short and no sentence, unless the sentence is in title case. */
function looksLikeHeading(line: string, language: PageKnowledge): boolean {
  // A dash opens a signature or an item of a list.
  if (line.length > 90 || /["“”«»:]|^[—–―~-]/.test(line)) return false
  const words = line.split(/\s+/)
  if (words.length > 12) return false
  if (!/[.!?…,;)]$/.test(line)) return true
  return /[^.]\.$/.test(line) && words.length <= 10 && words.length > 1 && inTitleCase(line, language)
}

/** Tells whether a short quotation is a heading: no mark ends it, while what is said ends as a sentence does. */
const isQuotedHeading = (line: string) =>
  line.split(/\s+/).length <= 6 && /^["“«][^"“”«»:]*[\p{L}\p{N}]["”»]$/u.test(line)
