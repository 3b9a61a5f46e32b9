import { extname } from 'node:path'
import { collectionOfFile } from './collections.js'
import { formatOfFile } from './formats.js'
import { SourceError } from './source-error.js'
import {
  looksLikeJson,
  looksLikeJsonLines,
  looksLikeMail,
  looksLikeTable,
  rootElement,
} from './text-kinds.js'

/** A kind of file that is no article. */
interface Kind {
  /** "a feed", in the singular. */
  one: string
  /** "feeds", for counts. */
  many: string
  /** What to do with such a file. The text follows a colon. */
  advice: string
  /** Endings of its files in lower case. */
  endings: readonly string[]
  /** Recognises it by its first characters, without leading white space; null when only bytes tell. */
  looksLike: ((head: string) => boolean) | null
}

const SAVE_TEXT = 'save its text as .txt, .md or .html'
const roots = (...names: string[]) => {
  const wanted = new Set(names)
  return (head: string) => wanted.has(rootElement(head)?.toLowerCase() ?? '')
}

/** The kinds of files that are often given for articles. The first one that recognises a text counts. */
const KINDS: readonly Kind[] = [
  {
    ...{ one: 'a feed', many: 'feeds', endings: ['.rss', '.atom'] },
    advice: 'save the pages that it links to, and give these',
    looksLike: (head) => roots('rss', 'feed', 'rdf:rdf')(head) || /"https?:\/\/jsonfeed\.org\//.test(head),
  },
  {
    ...{ one: 'a sitemap', many: 'sitemaps', endings: [] },
    advice: 'save the pages that it lists, and give these',
    looksLike: roots('urlset', 'sitemapindex'),
  },
  {
    ...{ one: 'captions', many: 'captions', endings: ['.srt', '.vtt', '.ass', '.sbv', '.ttml'] },
    advice: 'save the words without numbers and times as .txt',
    looksLike: (head) =>
      /^WEBVTT\b/.test(head) ||
      /^(?:\d+\s*\n\s*)?\d{1,2}:\d\d:\d\d[,.]\d{1,3}(?:\s*-->\s*|,)\d/.test(head) ||
      /^\[Script Info\]/.test(head) ||
      roots('tt')(head),
  },
  {
    ...{ one: 'XML', many: 'XML files', endings: ['.xml', '.opml', '.xsl', '.kml', '.gpx', '.plist'] },
    advice: 'save the page that people read as .html',
    looksLike: (head) => {
      const root = /^<\?xml\b/.test(head) ? rootElement(head) : undefined
      return root !== undefined && !/^(?:html|body|head|div|p|article|main|section)$/i.test(root)
    },
  },
  {
    ...{ one: 'a web archive (MHT)', many: 'web archives', endings: ['.mht', '.mhtml', '.webarchive'] },
    advice: 'open it in a browser and save the page as HTML only',
    looksLike: (head) =>
      looksLikeMail(head) && /^(?:Snapshot-Content-Location|Content-Type:\s*multipart\/related)/im.test(head),
  },
  {
    ...{ one: 'a web archive (WARC)', many: 'web archives', endings: ['.warc', '.arc', '.wacz'] },
    advice: 'take the pages out of it, and give these as .html',
    looksLike: (head) => /^WARC\/\d/.test(head),
  },
  {
    ...{ one: 'a mailbox', many: 'mailboxes', endings: ['.mbox'] },
    advice: 'save the text of one message as .txt',
    looksLike: (head) => /^From \S+ .*\d{4}\s*\n[\w-]+:/.test(head),
  },
  {
    ...{ one: 'a mail', many: 'mails', endings: ['.eml', '.msg', '.emlx'] },
    advice: 'save the text of the message, without its header, as .txt',
    looksLike: looksLikeMail,
  },
  {
    ...{ one: 'JSON Lines', many: 'JSON Lines files', endings: [] },
    advice:
      'name the file .jsonl, with one article in each line: {"markdown": "…"}, {"html": "…"} or {"plainText": "…"}',
    looksLike: looksLikeJsonLines,
  },
  {
    ...{ one: 'JSON', many: 'JSON files', endings: ['.json', '.geojson', '.har'] },
    advice: 'save the text in it as .txt, .md or .html, or write a .jsonl with one article in each line',
    looksLike: looksLikeJson,
  },
  {
    ...{
      one: 'a table',
      many: 'tables',
      endings: ['.csv', '.tsv', '.tab', '.xls', '.xlsx', '.ods', '.parquet'],
    },
    advice: 'save the text of each article as .txt, or write a .jsonl with one article in each line',
    looksLike: looksLikeTable,
  },
  {
    ...{ one: 'a PDF', many: 'PDFs', endings: ['.pdf'], advice: SAVE_TEXT },
    looksLike: (head) => /^%PDF-\d/.test(head),
  },
  {
    ...{ one: 'an office document', many: 'office documents', advice: SAVE_TEXT },
    endings: ['.doc', '.docx', '.odt', '.rtf', '.ppt', '.pptx', '.odp', '.pages', '.epub'],
    looksLike: (head) => /^\{\\rtf/.test(head),
  },
  {
    ...{ one: 'an image', many: 'images', advice: 'give the text that belongs to it' },
    endings: [
      '.png',
      '.jpg',
      '.jpeg',
      '.gif',
      '.webp',
      '.svg',
      '.avif',
      '.heic',
      '.tif',
      '.tiff',
      '.bmp',
      '.ico',
    ],
    looksLike: roots('svg'),
  },
  {
    ...{ one: 'a recording', many: 'recordings', advice: 'save what was said as .txt' },
    endings: ['.mp3', '.m4a', '.wav', '.ogg', '.flac', '.mp4', '.mov', '.mkv', '.webm', '.avi'],
    looksLike: null,
  },
  {
    ...{ one: 'an archive', many: 'archives', advice: 'unpack it, and give the folder' },
    endings: ['.zip', '.gz', '.tgz', '.tar', '.bz2', '.xz', '.7z', '.rar', '.zst'],
    looksLike: null,
  },
  {
    ...{ one: 'a calendar or contact file', many: 'calendars and contacts', endings: ['.ics', '.vcf'] },
    advice: SAVE_TEXT,
    looksLike: (head) => /^BEGIN:V(?:CALENDAR|CARD)\b/.test(head),
  },
  {
    ...{ one: 'an answer of a web server with its header', many: 'answers of web servers', endings: [] },
    advice: 'leave the header out (curl without -i)',
    looksLike: (head) => /^HTTP\/\d(?:\.\d)? \d{3}\b/.test(head),
  },
]

/** The kinds without those that a format or a collection reads. */
const REFUSED = KINDS.filter(
  ({ endings }) => !endings.some((ending) => formatOfFile(`a${ending}`) ?? collectionOfFile(`a${ending}`)),
)

const kindByName = (name: string): Kind | undefined =>
  REFUSED.find(({ endings }) => endings.includes(extname(name).toLowerCase()))

/** The plural for files of which the name says that they are no articles: "feeds". */
export const kindOfFiles = (name: string): string => kindByName(name)?.many ?? 'other files'

const refusal = ({ one, advice }: Kind, name: string) =>
  new SourceError('NOT_AN_ARTICLE', `is ${one}, not an article: ${advice}`, name)

/** Refuses a file whose name says that it is no article. @throws SourceError NOT_AN_ARTICLE. */
export function refuseByName(name: string): void {
  const kind = kindByName(name)
  if (kind) throw refusal(kind, name)
}

/** How many characters of a text are looked at. */
const HEAD = 20_000

/** Refuses content that is no article, whatever its name. @throws SourceError NOT_AN_ARTICLE. */
export function refuseByContent(content: string, name: string): void {
  const head = content.slice(0, HEAD).trimStart()
  const kind = REFUSED.find(({ looksLike }) => looksLike?.(head))
  if (kind) throw refusal(kind, name)
}
