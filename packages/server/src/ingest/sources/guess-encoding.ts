import { isUtf8 } from 'node:buffer'

/** Charsets that pages in a language usually have when they name none, as the HTML standard lists them. */
const LEGACY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ...{
      ru: ['windows-1251'],
      uk: ['windows-1251'],
      bg: ['windows-1251'],
      be: ['windows-1251'],
      mk: ['windows-1251'],
    },
    ...{ cs: ['windows-1250'], sk: ['windows-1250'], hr: ['windows-1250'], ro: ['windows-1250'] },
    ...{ hu: ['iso-8859-2'], pl: ['iso-8859-2'], sl: ['iso-8859-2'] },
    ...{
      el: ['iso-8859-7'],
      tr: ['windows-1254'],
      he: ['windows-1255'],
      ar: ['windows-1256'],
      fa: ['windows-1256'],
    },
    ...{
      et: ['windows-1257'],
      lt: ['windows-1257'],
      lv: ['windows-1257'],
      vi: ['windows-1258'],
      th: ['windows-874'],
    },
    ...{ ja: ['shift_jis', 'euc-jp'], ko: ['euc-kr'], zh: ['gb18030', 'big5'] },
  }),
)

/** What the content says of its encoding. Formats that can say nothing leave it out. */
export interface Declared {
  charset: string | null
  /** A language tag: browsers take the usual charset of the language where no charset is named. */
  language: string | null
}

/** The encoding that a file is read in. */
export interface Guess {
  /** A name that `TextDecoder` gives. */
  encoding: string
  /** Why a reader of the text should look at it, in one line; null when the file itself leaves no doubt. */
  reason: string | null
}

/** Decides on the encoding of a file, see `decodeText`. */
export function guessEncoding(bytes: Uint8Array, declared?: Declared): Guess {
  const marked = encodingOfMark(bytes)
  if (marked) return { encoding: marked, reason: null }
  const wide = bytes.includes(0) ? encodingOfZeros(bytes) : null
  if (wide) return { encoding: wide, reason: `has no byte order mark: read as ${wide.toUpperCase()}` }
  const named = declared?.charset ? knownEncoding(declared.charset) : null
  if (isUtf8(bytes)) {
    // ISO-2022-JP has ASCII bytes alone, and is told by its escapes.
    const escaped = named === 'iso-2022-jp' && bytes.includes(27)
    return { encoding: escaped ? named : 'utf-8', reason: null }
  }
  const utf8 = isMostlyUtf8(bytes, named === null || named === 'utf-8' ? 1 : 10)
  if (utf8) return { encoding: 'utf-8', reason: null }
  if (named !== null && named !== 'utf-8') return { encoding: named, reason: null }
  const encoding = legacyEncoding(bytes, declared?.language ?? null)
  const says = named === null ? 'names no charset' : 'says that it is'
  return { encoding, reason: `is not UTF-8 and ${says}: read as ${encoding.toUpperCase()}` }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** The name that the standard gives to a label. Content with a readable declaration is not in UTF-16, whatever it declares. */
function knownEncoding(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

/** UTF-16 without a mark has zero bytes, in every text with a space, and all of them on the same side of the pairs. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 65_536)
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (bytes.length % 2 !== 0 || Math.min(even, odd) > 0 || (even + odd) * 12 < head.length) return null
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(encoding).decode(head.subarray(0, 4096))
  return /[\p{Cn}\p{Co}]|[^\P{Cc}\t\n\f\r]/u.test(text) ? null : encoding
}

/** Whether a file has at least so many times more whole sequences of UTF-8 than other bytes beyond ASCII. */
function isMostlyUtf8(bytes: Uint8Array, times: number): boolean {
  let [whole, bad] = [0, 0]
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    const length =
      first < 0x80 ? 1 : first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    let end = at + 1
    while (end < at + length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++
    if (end < at + length || length === 0) bad++
    else if (length > 1) whole++
    at = end
  }
  return whole >= bad * times
}

function legacyEncoding(bytes: Uint8Array, language: string | null): string {
  const usual = LEGACY.get(language?.toLowerCase().split('-')[0] ?? '') ?? []
  return usual.find((encoding) => canDecode(bytes, encoding)) ?? 'windows-1252'
}

function canDecode(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
