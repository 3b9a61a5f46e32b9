import { httpUrl } from '../../text/canonical-url.js'
import { wrong } from '../write/input.js'
import { words } from '../write/line.js'
import type { BylineFields } from './article-fields.js'
import type { ArticleInputs } from './article-patch.js'

/** Reads the address of a patch. @throws InputError when it is not an http or https address. */
export function readAddress(url: string, path: string[]): string {
  try {
    return httpUrl(url)
  } catch (error) {
    if (error instanceof RangeError) throw wrong(path, error.message)
    throw error
  }
}

/** Reads the bylines of a patch. @throws InputError naming the byline whose `asWritten` is empty. */
export const readBylines = (bylines: ArticleInputs['bylines'], path: string[]): BylineFields[] =>
  bylines.map(({ asWritten, speakerId = null }, index) => {
    const at = [...path, String(index), 'asWritten']
    const printed = words(asWritten, at)
    if (printed === null) throw wrong(at, 'is empty: pass the author as printed')
    return { asWritten: printed, speakerId }
  })
