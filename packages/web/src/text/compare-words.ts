import { diffArrays } from 'diff'

/** What became of some words on their way from the record to a quotation. */
export type Fate = 'kept' | 'altered' | 'left out' | 'added'

/** A stretch of the comparison. */
export interface Compared {
  fate: Fate
  /** The words as the record has them; empty for what was added. */
  record: string
  /** The words as the quotation has them; empty for what was left out. */
  quotation: string
  /** Whether the quotation shows the change, by brackets or dots; or the article showed it, and the quotation undid it. */
  marked: boolean
}

interface Word {
  /** Case, diacritics, marks and brackets do not count. */
  folded: string
  /** As it stands there, with the marks around it. */
  written: string
  inBrackets: boolean
  /** Whether dots before it say that words were left out. */
  afterDots: boolean
}

/**
 * The alternatives, in order: a word of which a letter is in brackets, "(T)hese"; dots, also in brackets; a word, or one
 * joined by apostrophes and hyphens.
 */
const PART =
  /(?<changed>[([]\p{L}+[)\]][\p{L}\p{M}]+(?:['’]\p{L}+)*)|(?<dots>[([]?(?:…|\.{3,}|\.(?:\s\.){2,})[)\]]?)|(?<bracket>[()[\]])|(?<word>[\p{L}\p{N}\p{M}]+(?:['’.,:/-][\p{L}\p{N}\p{M}]+)*)/gu

/** Compares a quotation with the words that the record has, word by word. */
export function compareWords(record: string, quotation: string): Compared[] {
  const [ours, theirs] = [readWords(record), readWords(quotation)]
  const changes = diffArrays(ours.words, theirs.words, { comparator: (a, b) => a.folded === b.folded })
  const result: Compared[] = []
  let at = 0
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index] as (typeof changes)[number]
    const next = changes[index + 1]
    if (!change.added && !change.removed) {
      // The comparison hands out our words; theirs may be written otherwise.
      const written = theirs.words.slice(at, at + change.value.length)
      at += change.value.length
      result.push({ fate: 'kept', record: join(change.value), quotation: join(written), marked: false })
      continue
    }
    const isPair = next !== undefined && (change.removed ? next.added : next.removed)
    const [removed, added] = change.removed
      ? [change.value, isPair ? next.value : []]
      : [isPair ? next.value : [], change.value]
    if (isPair) index++
    at += added.length
    const afterDots =
      added.some((word) => word.afterDots) || (theirs.words[at]?.afterDots ?? theirs.endsInDots)
    result.push(changed(removed, added, afterDots))
  }
  return result
}

function changed(removed: readonly Word[], added: readonly Word[], afterDots: boolean): Compared {
  const fate = added.length === 0 ? 'left out' : removed.length === 0 ? 'added' : 'altered'
  const all = (words: readonly Word[]) => words.every(({ inBrackets }) => inBrackets)
  const marked =
    fate === 'left out' ? afterDots || all(removed) : all(added) || (fate === 'altered' && all(removed))
  return { fate, record: join(removed), quotation: join(added), marked }
}

const join = (words: readonly Word[]): string => words.map(({ written }) => written).join(' ')

/** The words of a text. Marks stay at the word that they stand beside, but count for nothing. */
function readWords(text: string): { words: Word[]; endsInDots: boolean } {
  const words: Word[] = []
  let [depth, afterDots, end] = [0, false, 0]
  for (const { 0: found, index, groups } of text.matchAll(PART)) {
    if (groups?.dots !== undefined) {
      afterDots = true
      end = index + found.length
      continue
    }
    if (groups?.bracket !== undefined) {
      depth = Math.max(0, depth + (/[([]/.test(found) ? 1 : -1))
      continue
    }
    const before = words.at(-1)
    const between = text.slice(end, index)
    const [, closing = '', opening = ''] = /^(\S*)(?:.*\s)?(\S*)$/su.exec(between) ?? []
    const joined = !/\s/.test(between)
    if (before && !joined) before.written += closing
    words.push({
      folded: fold(found),
      written: (joined && before ? '' : opening) + found,
      inBrackets: depth > 0,
      afterDots,
    })
    if (before && joined && between !== '') before.written += between
    end = index + found.length
    afterDots = false
  }
  const last = words.at(-1)
  if (last) last.written += /^\S*/.exec(text.slice(end))?.[0] ?? ''
  return { words, endsInDots: afterDots }
}

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
