import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { collectionOfFile } from './collections.js'
import { declaredCharset, declaredLanguage } from './declared-charset.js'
import { decodeText, decodeUtf8 } from './decode-text.js'
import { formatOf, formatOfFile, sniffFormat } from './formats.js'
import { refuseByContent, refuseByName } from './not-articles.js'
import type { SourceArticle, SourceFormat } from './source-article.js'
import type { SourceContent } from './source-content.js'
import { SourceError } from './source-error.js'

/** Largest source in bytes: 5 MB. */
export const MAX_SOURCE_BYTES = 5_000_000

/** Largest file of several articles in bytes: 200 MB. */
const MAX_COLLECTION_BYTES = 200_000_000

/** The input that means standard input. */
export const STANDARD_INPUT = '-'

export interface ReadOptions {
  /** Read it as this, whatever its name and content look like. */
  format?: SourceFormat | undefined
  /** Where `-` is read from; the process's standard input by default. */
  stdin?: AsyncIterable<Uint8Array> | undefined
}

/**
 * Reads one article from a file, or from standard input when the path is `-`.
 *
 * @throws SourceError for whatever is wrong with it, and when the file holds several articles.
 */
export async function readSource(path: string, options: ReadOptions = {}): Promise<SourceArticle> {
  const [first, second] = await readContents(path, options)
  if (!first || second) throw new SourceError('TOO_COMPLEX', 'does not hold exactly one article', path)
  if (first instanceof SourceError) throw first
  return parseContent(first)
}

/**
 * Reads what a file holds, or standard input when the path is `-`: one article by the format given, else by the name's
 * ending, else by what it looks like; or the articles of a collection.
 *
 * @returns in place of an article of a collection, what is wrong with it alone.
 * @throws SourceError when the file cannot be read or decoded.
 */
export async function readContents(
  path: string,
  { format, stdin }: ReadOptions = {},
): Promise<(SourceContent | SourceError)[]> {
  if (path === STANDARD_INPUT) {
    const bytes = await collect(stdin ?? process.stdin, 'standard input', MAX_SOURCE_BYTES)
    return [decode(bytes, 'standard input', format)]
  }
  const collection = format ? undefined : collectionOfFile(path)
  if (!collection && !format && !formatOfFile(path)) refuseByName(path)
  const place = resolve(path)
  if (!collection) {
    return [{ ...decode(await readFileBytes(path, MAX_SOURCE_BYTES), path, format), path: place }]
  }
  const bytes = await readFileBytes(path, MAX_COLLECTION_BYTES)
  const split = await collection.loadSplitter()
  return Array.from(split(decodeUtf8(bytes, path), path), (one, index) =>
    one instanceof SourceError ? one : { ...one, path: `${place}:${index + 1}` },
  )
}

/**
 * The article in a file's content. Its language is what the text tells; what the file says of it is evidence only.
 *
 * @throws SourceError for whatever is wrong with it.
 */
export async function parseContent({ content, name, format, path }: SourceContent): Promise<SourceArticle> {
  if (content.length > MAX_SOURCE_BYTES) throw tooLarge(megabytes(content.length), name)
  if (content === '') throw new SourceError('EMPTY', 'is empty', name)
  refuseByContent(content, name)
  const parse = await formatOf(format).loadParser()
  const article = await parse(content, name)
  const { detectLanguage } = await import('@onrecord/extract')
  return { ...article, language: detectLanguage(article.text, article.language), path }
}

function decode(bytes: Uint8Array, name: string, format?: SourceFormat): SourceContent {
  const named = format ?? formatOfFile(name)
  const declares = named === undefined || formatOf(named).declaresCharset
  const declared = declares
    ? { charset: declaredCharset(bytes), language: declaredLanguage(bytes) }
    : undefined
  const { text, warnings } = decodeText(bytes, name, declared)
  return { content: text, name, format: named ?? sniffFormat(text), warnings }
}

async function readFileBytes(path: string, most: number): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r')
    const stat = await file.stat()
    if (stat.isDirectory()) throw new SourceError('NOT_A_FILE', 'is a folder: give a file', path)
    if (stat.size > most) throw tooLarge(megabytes(stat.size), path, most)
    return await collect(file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }), path, most)
  } catch (error) {
    throw error instanceof SourceError ? error : unreadable(error, path)
  }
}

/** Stops at the limit, whatever more is to come. */
async function collect(stream: AsyncIterable<Uint8Array>, name: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > most) throw tooLarge(`more than ${most / 1e6} MB`, name, most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const megabytes = (bytes: number) => `${(Math.ceil(bytes / 1e5) / 10).toFixed(1)} MB`

const tooLarge = (size: string, name: string, most = MAX_SOURCE_BYTES) =>
  new SourceError(
    'TOO_LARGE',
    `is ${size}, the limit is ${most / 1e6} MB: split it into ${most > MAX_SOURCE_BYTES ? 'smaller files' : 'articles'}`,
    name,
  )

/** What went wrong with a path, in words. */
export function unreadable(error: unknown, path: string): SourceError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new SourceError('NOT_FOUND', 'does not exist: check the path', path)
  if (code === 'EACCES' || code === 'EPERM')
    return new SourceError('UNREADABLE', 'may not be read: check its permissions', path)
  if (code === 'ERR_INVALID_ARG_VALUE') return new SourceError('NOT_FOUND', 'is not a path', path)
  return new SourceError('UNREADABLE', `cannot be read${code ? ` (${code})` : ''}`, path)
}
