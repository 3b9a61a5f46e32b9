import type { Span } from '../types.js'

/** A quotation at the outermost level, marks included. Nested quotations are part of it. */
export interface Quote extends Span {
  /** The words between the marks. */
  inner: Span
  /** False when the paragraph ends before the mark that closes it. */
  closed: boolean
  /** It goes on with a quotation that the paragraph before left open. */
  continued: boolean
}

interface Family {
  open: string
  close: string
  single: boolean
}

/** Marks that belong together, in the order in which they are tried. Each character of `close` closes. */
const FAMILIES: Family[] = [
  { open: '``', close: "''", single: false },
  { open: "''", close: "''", single: false },
  { open: '“', close: '”', single: false },
  { open: '„', close: '“”', single: false },
  { open: '‟', close: '”', single: false },
  { open: '«', close: '»', single: false },
  { open: '»', close: '«', single: false },
  { open: '‹', close: '›', single: false },
  { open: '「', close: '」', single: false },
  { open: '『', close: '』', single: false },
  { open: '"', close: '"', single: false },
  { open: '＂', close: '＂', single: false },
  { open: '‚', close: '‘’', single: true },
  { open: '‘', close: '’', single: true },
  { open: "'", close: "'", single: true },
]
const OPENERS = new Map<string, Family[]>()
for (const family of FAMILIES) {
  const first = family.open.charAt(0)
  OPENERS.set(first, [...(OPENERS.get(first) ?? []), family])
}

/**
 * What follows an apostrophe that stands for letters left out and is no quotation mark: "’s", "’em", "’tis", "’90s".
 */
const ELISION =
  /^(?:s|ll|ve|re|d|m|t|em|n|tis|twas|twill|til|till|cause|bout|round|neath|gainst|\d0s)(?![\p{L}\p{N}])/iu

const WORDISH = /[\p{L}\p{N}]/u
const isWordish = (char: string | undefined) => char !== undefined && WORDISH.test(char)
const isBlank = (char: string | undefined) => char === undefined || /\s/.test(char)

/**
 * Finds the outermost quotations of each paragraph, in order. Runs in time linear in the text.
 * An opening mark without a close carries on through following paragraphs that begin with the same mark.
 */
export function findQuotes(text: string, paragraphs: Span[]): Quote[][] {
  const result: Quote[][] = []
  let carried: Family | null = null
  for (const paragraph of paragraphs) {
    const scan = scanParagraph(text, paragraph, carried)
    result.push(scan.quotes)
    carried = scan.unclosed
  }
  return result
}

/** Finds the quotations of a paragraph. `carried`: the marks of one that the paragraph before left open. */
function scanParagraph(text: string, paragraph: Span, carried: Family | null) {
  const quotes: Quote[] = []
  let unclosed: Family | null = null
  let i = paragraph.start
  const closeOf = closeFinder(text, paragraph)
  if (carried && !text.startsWith(carried.open, i) && carried.open !== carried.close) {
    const close = nextMark(text, i, paragraph.end, carried.close)
    const open = text.indexOf(carried.open, i)
    if (close >= 0 && (open < 0 || open > close)) {
      quotes.push(quote(i, close + 1, { start: i, end: close }, true, true))
      i = close + 1
    }
  }
  while (i < paragraph.end) {
    const family = openerAt(text, i, paragraph)
    if (!family) {
      i++
      continue
    }
    const innerStart = i + family.open.length
    const close = closeOf(family, i)
    const continued = i === paragraph.start && carried?.open === family.open
    if (close >= 0) {
      const end = close + closeWidth(family)
      quotes.push(quote(i, end, { start: innerStart, end: close }, true, continued))
      i = end
    } else if (!family.single && opensTail(text, i, paragraph)) {
      quotes.push(quote(i, paragraph.end, { start: innerStart, end: paragraph.end }, false, continued))
      unclosed = family
      i = paragraph.end
    } else i = innerStart
  }
  return { quotes, unclosed }
}

const quote = (start: number, end: number, inner: Span, closed: boolean, continued: boolean): Quote => ({
  start,
  end,
  inner,
  closed,
  continued,
})

/** Returns the marks of the quotation that opens at `i`; null when none does. */
function openerAt(text: string, i: number, paragraph: Span): Family | null {
  const families = OPENERS.get(text.charAt(i))
  if (!families) return i === paragraph.start && text.charAt(i) === '”' ? (FAMILIES[2] ?? null) : null
  const before = i > paragraph.start ? text.charAt(i - 1) : undefined
  for (const family of families) {
    if (!text.startsWith(family.open, i)) continue
    const after = i + family.open.length < paragraph.end ? text.charAt(i + family.open.length) : undefined
    if (isBlank(after) && (family.single || family.open === family.close)) {
      // In a text whose tokens stand apart, “ Yes , ”, only the order tells whether a mark opens.
      if (after !== undefined && isBlank(before)) return family
      continue
    }
    const directed = family.open !== family.close && family.open !== "'"
    if (directed && !family.single) return family
    if (isWordish(before) || before === '.' || before === ',') continue
    if (family.single && ELISION.test(text.slice(i + 1, i + 7))) continue
    if (
      family.single &&
      !(isWordish(after) || after === '(' || after === '[' || after === '“' || after === '"' || after === '…')
    )
      continue
    return family
  }
  return null
}

/**
 * Tells whether a mark that is never closed opens a quotation: it does at the paragraph's head and after punctuation.
 */
function opensTail(text: string, i: number, paragraph: Span): boolean {
  if (i === paragraph.start) return true
  let k = i - 1
  while (k > paragraph.start && isBlank(text.charAt(k))) k--
  return ',:.?!”'.includes(text.charAt(k))
}

function indexWithin(text: string, mark: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (text.startsWith(mark, i)) return i
  return -1
}

function nextMark(text: string, from: number, end: number, marks: string): number {
  for (let i = from; i < end; i++) if (marks.includes(text.charAt(i))) return i
  return -1
}

/**
 * Makes a function that returns where a quotation opened at `open` closes, or -1. It makes its tables once for each kind of
 * marks, so that thousands of opening marks without a close cost no more than one.
 */
function closeFinder(text: string, paragraph: Span) {
  const tables = new Map<Family, Int32Array>()
  let lastStraight: number | undefined
  return (family: Family, open: number): number => {
    if (!family.single && family.open === family.close)
      return closeOfSame(text, open + family.open.length, paragraph.end, family)
    let table = tables.get(family)
    if (!table) {
      table = family.single ? singleClosers(text, paragraph, family) : nestedClosers(text, paragraph, family)
      tables.set(family, table)
    }
    const close = table[open - paragraph.start] ?? -1
    if (close >= 0 || family.open !== '“') return close
    // A straight mark may close what a typographic one opened: “…".
    lastStraight ??= text.slice(paragraph.start, paragraph.end).lastIndexOf('"') + paragraph.start
    return lastStraight > open ? nextMark(text, open, paragraph.end, '"') : -1
  }
}

/**
 * Returns the next mark, which closes, unless it can only open; then the one before was a stray, and the answer is -1.
 */
function closeOfSame(text: string, from: number, end: number, family: Family): number {
  const i = indexWithin(text, family.open, from, end)
  if (family.open === '"') {
    // A typographic mark may close what a straight one opened: "…”.
    const limit = i < 0 ? end : i
    const typographic = nextMark(text, from, limit, '“”')
    if (typographic >= 0 && text.charAt(typographic) === '”') return typographic
  }
  if (i < 0) return -1
  const after = i + family.open.length
  return !isBlank(text[i - 1]) || after >= end || isBlank(text[after]) ? i : -1
}

/** Returns, for each opening mark by its place in the paragraph, where it closes; -1 for all else. */
function nestedClosers(text: string, paragraph: Span, family: Family): Int32Array {
  const table = new Int32Array(paragraph.end - paragraph.start).fill(-1)
  const stack: number[] = []
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (text.startsWith(family.open, i)) {
      stack.push(i)
      i += family.open.length - 1
    } else if (closesFamily(text, i, family)) {
      const open = stack.pop()
      if (open !== undefined) table[open - paragraph.start] = i
      i += closeWidth(family) - 1
    }
  }
  return table
}

/** Returns, for each place in the paragraph, where the next single mark closes; -1 when none does. */
function singleClosers(text: string, paragraph: Span, family: Family): Int32Array {
  const { start, end } = paragraph
  const table = new Int32Array(end - start).fill(-1)
  let next = -1
  for (let i = end - 1; i >= start; i--) {
    table[i - start] = next
    if (family.close.includes(text.charAt(i)) && closesSingle(text, i, end)) next = i
  }
  return table
}

function closesSingle(text: string, i: number, end: number): boolean {
  const before = text[i - 1]
  const after = i + 1 < end ? text[i + 1] : undefined
  if (isBlank(before)) return isBlank(after)
  if (isWordish(after)) return false
  // A plural possessive is no quotation mark: "the workers' pay".
  return !(before === 's' && after === ' ')
}

const closeWidth = (family: Family) => (family.close === "''" ? 2 : 1)

const closesFamily = (text: string, i: number, family: Family) =>
  closeWidth(family) === 2 ? text.startsWith(family.close, i) : family.close.includes(text.charAt(i))
