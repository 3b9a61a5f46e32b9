import { INVALID, isValid } from '../../text/clean-text.js'
import { binaryContent } from './decode-text.js'
import { SourceError } from './source-error.js'

/**
 * Turns every line end into LF. Everything else stays, also trailing spaces, tabs and form feeds, because the text is the
 * record, and offsets into the file must stay right.
 *
 * @throws SourceError BINARY for U+0000. INVALID_CHARACTER, with the offset in UTF-16 code units, for lone surrogates and
 * U+FFFF, which neither the database nor an answer in UTF-8 can hold.
 */
export function normaliseText(text: string, name: string): string {
  const bad = isValid(text) ? null : INVALID.exec(text)
  if (!bad) return text.replace(/\r\n?/g, '\n')
  if (bad[0] === '\0') throw binaryContent(`U+0000 at character ${bad.index}`, name)
  const what = bad[0] === '\uFFFF' ? 'the noncharacter U+FFFF' : 'half a surrogate pair'
  throw new SourceError('INVALID_CHARACTER', `has ${what} at character ${bad.index}: remove it`, name)
}
