import { httpUrl } from '../../text/canonical-url.js'
import { wrong } from '../write/input.js'
import { words } from '../write/line.js'
import type { BylineFields } from './article-fields.js'
import type { ArticleInputs } from './article-patch.js'

/** @throws InputError when it is no address of the web. */
export function readAddress(url: string, path: string[]): string {
  try {
    return httpUrl(url)
  } catch (error) {
    if (error instanceof RangeError) throw wrong(path, error.message)
    throw error
  }
}

/** @throws InputError naming an author without a name. */
export const readBylines = (bylines: ArticleInputs['bylines'], path: string[]): BylineFields[] =>
  bylines.map(({ asWritten, speakerId = null }, index) => {
    const at = [...path, String(index), 'asWritten']
    const printed = words(asWritten, at)
    if (printed === null) throw wrong(at, 'is empty: pass the author as printed')
    return { asWritten: printed, speakerId }
  })
