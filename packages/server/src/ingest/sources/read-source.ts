import { open } from 'node:fs/promises'
import { declaredCharset } from './declared-charset.js'
import { formatOf, formatOfFile, sniffFormat } from './formats.js'
import { decodeText } from './normalise-text.js'
import type { SourceArticle, SourceFormat } from './source-article.js'
import { SourceError } from './source-error.js'

/** Largest source in bytes: 5 MB. */
export const MAX_SOURCE_BYTES = 5_000_000

/** The input that means standard input. */
export const STANDARD_INPUT = '-'

export interface ReadOptions {
  /** Read it as this, whatever its name and content look like. */
  format?: SourceFormat | undefined
  /** Where `-` is read from; the process's standard input by default. */
  stdin?: AsyncIterable<Uint8Array> | undefined
}

/** What a file holds, decoded but not yet read as an article. */
export interface SourceContent {
  content: string
  /** Of the file, for messages and, where there is no better one, the title. */
  name: string
  format: SourceFormat
}

/**
 * Reads one article from a file, or from standard input when the path is `-`.
 *
 * @throws SourceError for whatever is wrong with it.
 */
export async function readSource(path: string, options: ReadOptions = {}): Promise<SourceArticle> {
  return parseContent(await readContent(path, options))
}

/**
 * Reads what a file holds, or standard input when the path is `-`, by the format given, else by the name's
 * extension, else by what it looks like.
 *
 * @throws SourceError when it cannot be read or decoded.
 */
export async function readContent(path: string, options: ReadOptions = {}): Promise<SourceContent> {
  if (path !== STANDARD_INPUT) return decode(await readFileBytes(path), path, options.format)
  const bytes = await collect(options.stdin ?? process.stdin, 'standard input')
  return decode(bytes, 'standard input', options.format)
}

/**
 * The article in a file's content.
 *
 * @throws SourceError for whatever is wrong with it.
 */
export async function parseContent({ content, name, format }: SourceContent): Promise<SourceArticle> {
  if (content.length > MAX_SOURCE_BYTES) throw tooLarge(megabytes(content.length), name)
  if (content === '') throw new SourceError('EMPTY', 'is empty', name)
  const parse = await formatOf(format).loadParser()
  return parse(content, name)
}

function decode(bytes: Uint8Array, name: string, format?: SourceFormat): SourceContent {
  const named = format ?? formatOfFile(name)
  const charset = named === undefined || formatOf(named).declaresCharset ? declaredCharset(bytes) : null
  const content = decodeText(bytes, name, charset)
  return { content, name, format: named ?? sniffFormat(content) }
}

async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r')
    const stat = await file.stat()
    if (stat.isDirectory()) throw new SourceError('NOT_A_FILE', 'is a folder: give a file', path)
    if (stat.size > MAX_SOURCE_BYTES) throw tooLarge(megabytes(stat.size), path)
    return await collect(file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }), path)
  } catch (error) {
    throw error instanceof SourceError ? error : unreadable(error, path)
  }
}

/** Stops at the limit, whatever more is to come. */
async function collect(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > MAX_SOURCE_BYTES) throw tooLarge(`more than ${MAX_SOURCE_BYTES / 1e6} MB`, name)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const megabytes = (bytes: number) => `${(Math.ceil(bytes / 1e5) / 10).toFixed(1)} MB`

const tooLarge = (size: string, name: string) =>
  new SourceError(
    'TOO_LARGE',
    `is ${size}, the limit is ${MAX_SOURCE_BYTES / 1e6} MB: split it into articles`,
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
