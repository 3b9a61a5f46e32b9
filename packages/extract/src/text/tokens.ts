import type { Lexicon } from './lexicon.js'
import { NO_TAGS, type Token } from './token.js'

const SUFFIX = "['’](?:s|ve|d|ll|re|m)(?![\\p{L}\\p{N}])"
const HANDLE = '(?<![\\p{L}\\p{N}.@])@[\\p{L}\\p{N}_]{2,}'
const WORD = `${HANDLE}|\\p{L}\\.(?:\\p{L}\\.)+|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_]*(?:(?!${SUFFIX})(?:['’&\\-‑]|[.,](?=\\p{N}))[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_]*)*`
const TOKEN = new RegExp(`(${SUFFIX})|(${WORD})|--+|''|\`\`|\\.{2,}|([^\\p{L}\\p{N}\\s])\\3{3,}|\\S`, 'gu')

/** "al-Rashid", "d'Arcy": a name that begins in lower case. */
const NAME_ARTICLE = /^(?:al|el|ad|ar|as|az|ash|d|l)['’-]\p{Lu}/u

/** What telling words apart takes from a language. */
export interface WordKnowledge {
  lexicon: Lexicon
  /** Words that keep their full stop; lower case, without it. */
  abbreviations: ReadonlySet<string>
  /** Numbers that keep their full stop, "4." of "4. Januar", without it; null where none do. */
  ordinals: RegExp | null
  /**
   * Words that a hyphen or an apostrophe joins to another one, "-il" of "dit-il", matched against the whole in lower case;
   * global, null where there are none.
   */
  clitics: RegExp | null
}

/** Cuts `text` into tokens between `start` and `end` (UTF-16 offsets), and tags each word once for all rules. */
export function tokenize(text: string, start: number, end: number, language: WordKnowledge): Token[] {
  const { lexicon } = language
  const slice = text.slice(start, end)
  const tokens: Token[] = []
  for (const match of slice.matchAll(TOKEN)) {
    let word = match[0]
    const isWord = match[1] !== undefined || match[2] !== undefined
    const after = match.index + word.length
    if (isWord && slice[after] === '.' && isAbbreviation(word, language)) word += '.'
    else if (word === '.' && tokens.at(-1)?.text.endsWith('.') && tokens.at(-1)?.end === start + after)
      continue
    let at = start + match.index
    for (const part of isWord ? wordsOf(word, language) : [word]) {
      tokens.push(tokenOf(part, at, isWord, lexicon))
      at += part.length
    }
  }
  markOffices(tokens, lexicon)
  return tokens
}

function tokenOf(text: string, start: number, isWord: boolean, lexicon: Lexicon): Token {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const first = text.charAt(0)
  const entry = isWord ? lexicon.entryOf(lower) : undefined
  return {
    start,
    end: start + text.length,
    text,
    lower,
    kind: isWord ? 'word' : 'mark',
    capital: isWord && (first !== first.toLowerCase() || NAME_ARTICLE.test(text)),
    tags: entry?.tags ?? NO_TAGS,
    verb: entry?.verb,
    office: 0,
    titleShare: 0,
  }
}

/** Cuts the words that are joined to another one off it: "dit-il" as "dit", "-il". */
function wordsOf(word: string, { clitics }: WordKnowledge): string[] {
  if (!clitics || !/['’-]/.test(word)) return [word]
  const cuts = [...word.matchAll(clitics)].flatMap(({ index, 0: { length } }) => [index, index + length])
  const edges = [0, ...cuts, word.length]
  return edges.slice(1).flatMap((to, i) => word.slice(edges[i], to) || [])
}

function markOffices(tokens: Token[], lexicon: Lexicon): void {
  for (const [i, token] of tokens.entries())
    if (token.kind === 'word')
      token.office =
        lexicon.phraseLength(tokens, i) || (token.tags.has('office') || token.tags.has('honorific') ? 1 : 0)
}

function isAbbreviation(word: string, { abbreviations, ordinals }: WordKnowledge): boolean {
  if (ordinals?.test(word)) return true
  if (word.length === 1) return word !== word.toLowerCase() && word !== 'I'
  return abbreviations.has(word.toLowerCase())
}
