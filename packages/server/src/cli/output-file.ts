import { readFileSync, writeFileSync } from 'node:fs'

/** The generator that every page of `onrecord extract` names: a file without it is not ours, and is never overwritten. */
export const GENERATOR = 'onrecord extract'

/** Thrown when an output file cannot be written; the message says why. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

/**
 * Checks that writing a page overwrites no other file: an existing file must be empty, or a page of `onrecord extract`.
 *
 * @throws OutputError when the file has other content, or cannot be read.
 */
export function checkPageFile(path: string): void {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw outputError(error, path)
  }
  if (content === '' || content.slice(0, 500).includes(`<meta name="generator" content="${GENERATOR}"`))
    return
  throw new OutputError(`${path} exists and is no page of \`onrecord extract\`: give another name to --html`)
}

/** Writes a file. @throws OutputError when it cannot be written. */
export function writeOutputFile(path: string, content: string): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw outputError(error, path)
  }
}

function outputError(error: unknown, path: string): OutputError {
  const { code = '' } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'its folder is a file',
    EISDIR: 'it is a folder',
    EROFS: 'its disk is read-only',
    EACCES: 'its permissions do not allow it',
    ENOSPC: 'the disk is full',
  }
  return new OutputError(`cannot write ${path}: ${reasons[code] ?? code}`, { cause: error })
}
