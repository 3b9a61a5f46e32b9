import MarkdownIt, { type Token } from 'markdown-it'
import { replaceInvalidCharacters } from '../../text/clean-text.js'

/** The deepest nesting of blocks that is read. A `[` costs up to so many steps. */
const MAX_NESTING = 50
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: MAX_NESTING })
/** The parser for HTML blocks in Markdown, where `*` and `_` mean nothing. */
const htmlOnly = new MarkdownIt('zero', { html: true }).enable(['html_inline', 'entity'])

const CONTAINERS = new Set(['blockquote_open', 'list_item_open', 'bullet_list_open', 'ordered_list_open'])

const BLOCK_TAG =
  /^<\/?(?:address|article|aside|blockquote|d[dlt]|details|div|figcaption|figure|footer|form|h[1-6r]|header|li|main|nav|ol|p|pre|section|summary|t(?:able|body|foot|head|r)|ul)\b/i
const SKIPPED_TAG = /^<(\/?)(?:script|style|template|textarea|title)\b/i

/** Markdown as plain text. */
export interface MarkdownText {
  text: string
  /** The heading that begins the text; null when it begins with something else. */
  heading: string | null
  /** Whether blocks were left out because they are nested too deeply. */
  cut: boolean
}

/**
 * Turns Markdown (CommonMark with tables and strikethrough) into paragraphs with blank lines between them. Headings, list
 * items and quoted paragraphs become paragraphs without their marks. Line breaks inside a paragraph become spaces, and a
 * tab stands between the cells of a table row. Of a link its words remain, of code its text, of images and HTML tags
 * nothing. Takes time in proportion to the length.
 */
export function markdownText(content: string): MarkdownText {
  const paragraphs: string[] = []
  const add = (...found: string[]) => {
    for (const paragraph of found) if (paragraph.trim() !== '') paragraphs.push(paragraph)
  }
  let row: string[] | null = null
  let heading: string | null = null
  let inHeading = false
  let cut = false
  for (const token of markdown.parse(content, {})) {
    if (CONTAINERS.has(token.type) && token.level >= MAX_NESTING - 1) cut = true
    if (token.type === 'heading_open') inHeading = paragraphs.length === 0
    else if (token.type === 'heading_close') inHeading = false
    else if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      add(row?.join('\t') ?? '')
      row = null
    } else if (token.type === 'inline') {
      const found = inlineText(token.children)
      if (inHeading) heading = found.join(' ').trim() || null
      if (row) row.push(found.join(' '))
      else add(...(inHeading ? [heading ?? ''] : found))
    } else if (token.type === 'code_block' || token.type === 'fence') add(token.content.trimEnd())
    else if (token.type === 'html_block') add(...htmlText(token.content))
  }
  return { text: replaceInvalidCharacters(paragraphs.join('\n\n')), heading, cut }
}

const htmlText = (content: string) =>
  htmlOnly.parseInline(content, {}).flatMap((token) => inlineText(token.children))

/** Turns inline tokens into paragraphs: one, unless HTML block tags stand between them. */
function inlineText(tokens: readonly Token[] | null): string[] {
  const parts: string[] = []
  let skipping = false
  for (const token of tokens ?? []) {
    if (token.type === 'html_inline') {
      const skipped = SKIPPED_TAG.exec(token.content)
      if (skipped) skipping = skipped[1] === ''
      parts.push(tagText(token.content))
    } else if (skipping) continue
    else if (token.type === 'softbreak' || token.type === 'hardbreak') parts.push(' ')
    else if (token.type !== 'image') parts.push(token.content.replaceAll('\n', ' '))
  }
  return parts
    .join('')
    .split('\n')
    .map((paragraph) => paragraph.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''))
}

/** The text that replaces an HTML tag. A line end stands for a block tag, which separates paragraphs. */
function tagText(tag: string): string {
  if (BLOCK_TAG.test(tag)) return '\n'
  if (/^<q\b/i.test(tag)) return '“'
  if (/^<\/q\b/i.test(tag)) return '”'
  return /^<(?:br|td|th)\b/i.test(tag) ? ' ' : ''
}
