import { extname } from 'node:path'
import type { SourceArticle, SourceFormat } from './source-article.js'

/**
 * Makes an article of a file's content.
 *
 * @param name the name of the file, for messages, and for the title when the content has none.
 * @throws SourceError for whatever is wrong with the content.
 */
export type SourceParser = (content: string, name: string) => SourceArticle

/** Everything that is known about a format of articles. */
export interface Format {
  /** The name that people use, which is also the value of `--format`. */
  name: string
  /** The endings of its files in lower case, the usual one first. */
  endings: readonly string[]
  /** The media types of its content in lower case, without parameters, the usual one first. */
  mediaTypes: readonly string[]
  /** The field of the GraphQL input `ArticleSource` for this format. */
  field: string
  /** The description of that field. */
  description: string
  /** Recognises content without a telling name by its first 2,000 characters, without leading white space. */
  looksLike: ((head: string) => boolean) | null
  /** Whether content can declare its charset, as HTML does in `<meta charset>`. */
  declaresCharset: boolean
  /** Loads the parser, which may be large. Nothing else in this file loads it. */
  loadParser: () => Promise<SourceParser>
}

/**
 * The formats of articles. A new format needs an entry here and a file with its parser. The compiler then asks for its name
 * in `SourceFormat`, and `npm run generate` adds its field to the schema and the SDK.
 */
export const FORMATS = {
  TEXT: {
    name: 'text',
    endings: ['.txt', '.text'],
    mediaTypes: ['text/plain'],
    field: 'plainText',
    description:
      'Plain text; its first line is the title when it looks like one, a line "By …" below it the byline.',
    looksLike: null,
    declaresCharset: false,
    loadParser: async () => (await import('./text-source.js')).textSource,
  },
  MARKDOWN: {
    name: 'markdown',
    endings: ['.md', '.markdown'],
    mediaTypes: ['text/markdown'],
    field: 'markdown',
    description: 'Markdown with front matter: title, url, site, authors, published, language.',
    looksLike: (head) => /^(?:---[ \t]*\r?\n[ \t]*[\w-]+:|#{1,6}[ \t]+\S)/.test(head),
    declaresCharset: false,
    loadParser: async () => (await import('./markdown-source.js')).markdownSource,
  },
  HTML: {
    name: 'html',
    endings: ['.html', '.htm', '.xhtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    field: 'html',
    description: 'A page: its main text is taken, and its metadata (JSON-LD, Open Graph).',
    looksLike: (head) => /^<(?:!doctype\s+html|!--|\?xml|\/?[a-z][a-z0-9]*[\s/>])/i.test(head),
    declaresCharset: true,
    loadParser: async () => (await import('./html-source.js')).htmlSource,
  },
} as const satisfies Record<SourceFormat, Format>

/** Everything that is known about a format. */
export const formatOf = (format: SourceFormat): Format => FORMATS[format]

/** All formats, in the order of the table. */
export const ALL_FORMATS: readonly Format[] = Object.values(FORMATS)

const findFormat = (matches: (format: Format) => boolean): SourceFormat | undefined =>
  (Object.keys(FORMATS) as SourceFormat[]).find((format) => matches(formatOf(format)))

/** The format of a file by the ending of its name; undefined when no format has the ending. */
export const formatOfFile = (name: string): SourceFormat | undefined =>
  findFormat(({ endings }) => endings.includes(extname(name).toLowerCase()))

/** The format with a label, or with a field of `ArticleSource`. */
export const formatNamed = (key: 'name' | 'field', value: string): SourceFormat | undefined =>
  findFormat((format) => format[key] === value)

/** Recognises the format of content without a telling name. Content that looks like no other format is text. */
export function sniffFormat(content: string): SourceFormat {
  const head = content.slice(0, 2000).trimStart()
  return findFormat(({ looksLike }) => looksLike?.(head) ?? false) ?? 'TEXT'
}
