import { extname } from 'node:path'
import type { SourceArticle, SourceFormat } from './source-article.js'

/**
 * Makes an article of a file's content.
 *
 * @param name of the file, for messages and, where the content gives none, the title.
 * @throws SourceError for whatever is wrong with the content.
 */
export type SourceParser = (content: string, name: string) => SourceArticle

/** All that is known of a format of articles. */
export interface Format {
  /** What people call it, and what `--format` takes. */
  name: string
  /** Endings of its files in lower case; the usual one first. */
  endings: readonly string[]
  /** Media types of its content in lower case, without parameters; the usual one first. */
  mediaTypes: readonly string[]
  /** The field of the GraphQL input `ArticleSource` that takes it. */
  field: string
  /** What the schema says of that field. */
  description: string
  /** Whether a content without a telling name is of this format, by its first 2,000 characters without leading blanks. */
  looksLike: ((head: string) => boolean) | null
  /** Whether its content can declare its charset, as HTML does in `<meta charset>`. */
  declaresCharset: boolean
  /** Loads the parser, which may be large: nothing else here loads it. */
  loadParser: () => Promise<SourceParser>
}

/**
 * The formats of articles, each with all that is known of it. A new format is an entry here and a file with its parser;
 * the compiler then asks for its name in `SourceFormat`, and `npm run generate` gives the schema and the SDK its field.
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

/** What is known of a format. */
export const formatOf = (format: SourceFormat): Format => FORMATS[format]

/** All formats, in the order of the table. */
export const ALL_FORMATS: readonly Format[] = Object.values(FORMATS)

const findFormat = (matches: (format: Format) => boolean): SourceFormat | undefined =>
  (Object.keys(FORMATS) as SourceFormat[]).find((format) => matches(formatOf(format)))

/** The format of files with such a name; undefined when the name's ending is of none. */
export const formatOfFile = (name: string): SourceFormat | undefined =>
  findFormat(({ endings }) => endings.includes(extname(name).toLowerCase()))

/** The format that people, or a field of `ArticleSource`, name so. */
export const formatNamed = (key: 'name' | 'field', value: string): SourceFormat | undefined =>
  findFormat((format) => format[key] === value)

/** What a content without a telling name looks like; text when it looks like nothing else. */
export function sniffFormat(content: string): SourceFormat {
  const head = content.slice(0, 2000).trimStart()
  return findFormat(({ looksLike }) => looksLike?.(head) ?? false) ?? 'TEXT'
}
