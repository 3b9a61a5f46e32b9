import type { Lexicon } from '../text/lexicon.js'
import type { Alteration, AlterationKind, Span, StatementKind } from '../types.js'

/** Matches brackets without others inside, and dots. Lengths are bounded, so that time stays linear. */
const MARKS = /\[[^[\]]{0,160}\]|\([^()]{1,60}\)|…|\.{3,}|\.(?: \.){2,}/g
const DOTS = /^(?:…|\.[ .]*\.|)$/
/** An aside in round brackets with more words is the speaker's own. */
const MOST_WORDS = 3
/** After a word of these tags another one must follow, so that a bracket there stands for words left out. */
const EXPECTING = ['preposition', 'determiner', 'auxiliary', 'conjunction', 'subordinator'] as const

/** What telling an editor's marks apart takes from a language. */
export interface AlterationKnowledge {
  lexicon: Lexicon
  /** What an editor says of the words in brackets: "sic", "laughter". */
  editorNote: RegExp
}

/** Finds what an editor did to the words of a statement. `quotes` are those of the whole text, in order. */
export function alterationsOf(
  text: string,
  { kind, segments }: { kind: StatementKind; segments: Span[] },
  quotes: Span[],
  language: AlterationKnowledge,
): Alteration[] {
  if (kind === 'INDIRECT') return []
  return segments.flatMap((segment) => {
    const inside = overlapping(quotes, segment)
    // A turn of a transcript and a block quotation have no marks, and all of it is quoted.
    const spans = inside.length > 0 || kind === 'MIXED' ? inside : [segment]
    return spans.flatMap((span) =>
      alterationsIn(
        text,
        { start: Math.max(span.start, segment.start), end: Math.min(span.end, segment.end) },
        language,
      ),
    )
  })
}

/** Returns the spans, of a list in order, that overlap one. */
function overlapping(quotes: Span[], { start, end }: Span): Span[] {
  let low = 0
  let high = quotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotes[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  let to = low
  while ((quotes[to]?.start ?? end) < end) to++
  return quotes.slice(low, to)
}

function alterationsIn(text: string, { start, end }: Span, language: AlterationKnowledge): Alteration[] {
  const found: Alteration[] = []
  for (const match of text.slice(start, end).matchAll(MARKS)) {
    const at = start + match.index
    const kind = kindOf(text, match[0], at, start, language)
    if (kind) found.push({ kind, start: at, end: at + match[0].length })
  }
  return found
}

function kindOf(
  text: string,
  mark: string,
  at: number,
  quoteStart: number,
  { lexicon, editorNote }: AlterationKnowledge,
): AlterationKind | null {
  const inner = /^[[(]/.test(mark) ? mark.slice(1, -1).trim() : mark
  if (DOTS.test(inner)) return 'ELLIPSIS'
  const joined = /[\p{L}\p{M}]/u.test(text.charAt(at + mark.length))
  if (/^\p{L}$/u.test(inner)) return joined ? 'CASE_CHANGE' : null
  if (/^\(/.test(mark)) {
    const words = inner.split(/\s+/)
    return words.length <= MOST_WORDS && /^\p{Ll}[^.!?]*$/u.test(inner) ? 'INSERTION' : null
  }
  if (joined || /[\p{L}\p{M}’'-]/u.test(text.charAt(at - 1))) return 'SUBSTITUTION'
  const before = /([\p{L}\p{M}’']+)\s*$/u
    .exec(text.slice(Math.max(quoteStart, at - 40), at))?.[1]
    ?.toLowerCase()
  if (editorNote.test(inner)) return 'INSERTION'
  if (before === undefined || lexicon.has(inner.toLowerCase(), 'replacingPronoun')) return 'SUBSTITUTION'
  return EXPECTING.some((tag) => lexicon.has(before, tag)) ? 'SUBSTITUTION' : 'INSERTION'
}
