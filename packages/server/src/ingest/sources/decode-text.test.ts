import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, decodeUtf8 } from './decode-text.js'
import { SourceError } from './source-error.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const wide = (text: string) => Buffer.from(text, 'utf16le')
/** Encodes what Latin-1 and windows-1252 have in common, and the quotation marks of windows-1252. */
const western = (text: string) =>
  Uint8Array.from(
    text,
    (char) => ({ '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 })[char] ?? char.charCodeAt(0),
  )
const says = (charset: string | null, language: string | null = null) => ({ charset, language })

function errorOf(run: () => unknown): SourceError {
  try {
    run()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8('\uFEFFZoë 𝒜')],
    ['UTF-16', wide('\uFEFFZoë 𝒜')],
    ['UTF-16 of the other order', wide('\uFEFFZoë 𝒜').swap16()],
  ])('decodes %s and removes the byte order mark', (_, bytes) =>
    expect(decodeText(bytes, 'a.txt', says('koi8-r'))).toEqual({ text: 'Zoë 𝒜', warnings: [] }),
  )

  it.each([
    ['UTF-16LE', wide('“The tide,” said Zoë, “is late.”')],
    ['UTF-16BE', wide('<p>Прилив опаздывает, сказала Зоя.</p>').swap16()],
    ['UTF-16LE', wide('One.\r\nTwo – three.')],
  ])('reads %s without a mark, and says so', (encoding, bytes) => {
    const { text, warnings } = decodeText(bytes, 'a.txt')
    expect(text).toMatch(/^(?:“The tide,” said Zoë|<p>Прилив|One\.\r\nTwo –)/)
    expect(warnings).toEqual([`has no byte order mark: read as ${encoding}`])
  })

  it.each([
    ['windows-1252', western('“Zoë” – l’été')],
    ['iso-8859-1', western('“Zoë” – l’été')],
    ['latin1', western('“Zoë” – l’été')],
    ['us-ascii', western('“Zoë” – l’été')],
    ['utf-16', utf8('“Zoë” – l’été')],
    ['iso-8859-1', utf8('“Zoë” – l’été')],
  ])('reads what declares %s as browsers do', (charset, bytes) =>
    expect(decodeText(bytes, 'a.html', says(charset))).toEqual({ text: '“Zoë” – l’été', warnings: [] }),
  )

  it.each([
    ['utf-8', 'is not UTF-8 and says that it is: read as WINDOWS-1252'],
    [null, 'is not UTF-8 and names no charset: read as WINDOWS-1252'],
    ['nonsense', 'is not UTF-8 and names no charset: read as WINDOWS-1252'],
  ])('reads windows-1252 that declares %s, and says so', (charset, warning) => {
    const bytes = western('“Zoë waits,” she said – as ever.')
    const read = decodeText(bytes, 'a.html', says(charset, 'en'))
    expect(read).toEqual({ text: '“Zoë waits,” she said – as ever.', warnings: [warning] })
  })

  it.each([
    ['ru', Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2), 'Привет'],
    ['pl-PL', Uint8Array.of(0xaf, 0xf3, 0xb3, 0xe6), 'Żółć'],
    ['ja', Uint8Array.of(0x8d, 0x60), '港'],
    ['ja', Uint8Array.of(0xfd, 0x20), 'ý '],
  ])('takes the usual charset of the language %s where none is declared', (language, bytes, text) =>
    expect(decodeText(bytes, 'a.html', says(null, language)).text).toBe(text),
  )

  it.each([
    ['one', [...utf8('“Zoë”'), 0xff, 0x63], '“Zoë”\uFFFDc', 'a bad byte at offset 10'],
    ['a cut-off', [...utf8('“Zoë”'), 0xe2, 0x80, 0x63], '“Zoë”\uFFFDc', 'a bad byte at offset 10'],
    [
      'two',
      [...utf8('“Z\uFFFD'), 0xff, 0x63, 0xfe],
      '“Z\uFFFD\uFFFDc\uFFFD',
      '2 bad bytes, the first at offset 7',
    ],
  ])('reads %s bad byte as U+FFFD, and says where it is', (_, bytes, text, place) => {
    const read = decodeText(Uint8Array.from(bytes), 'a.txt')
    expect(read.text).toBe(text)
    expect(read.warnings).toEqual([expect.stringContaining(`has ${place}: read as UTF-8 with U+FFFD`)])
  })

  it('reads a bad byte in UTF-8 that declares another charset, and half a surrogate pair', () => {
    const bytes = Uint8Array.from([...utf8('“Zoë” – ‘été’, «ça»'), 0xff])
    expect(decodeText(bytes, 'a.html', says('windows-1252')).text).toBe('“Zoë” – ‘été’, «ça»\uFFFD')
    const half = decodeText(wide('\uFEFFab\uD800c'), 'a.txt')
    expect(half.text).toBe('ab\uFFFDc')
    expect(half.warnings).toEqual(['has a bad byte at offset 4: read as UTF-16LE with U+FFFD in its place'])
  })

  it.each([
    ['%PDF-1.7 text', 'a PDF'],
    ['PK\x03\x04', 'a zip archive'],
    ['text with a \0 byte', 'a zero byte at offset 12'],
  ])('recognises binary content: %j', (content, what) => {
    const error = errorOf(() => decodeText(utf8(content), 'a.txt'))
    expect(error).toMatchObject({ code: 'BINARY' })
    expect(error.message).toContain(what)
  })

  it.each(['constructor', '__proto__'])(
    'takes %s for a language without a charset of its own',
    (language) => {
      const bytes = Buffer.from('caf\xe9', 'latin1')
      expect(decodeText(bytes, 'a.html', { charset: null, language }).text).toBe('café')
    },
  )

  it('recognises binary content without zero bytes', () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, index) => ((index * 89) % 255) + 1)
    expect(errorOf(() => decodeText(bytes, 'a.bin')).code).toBe('BINARY')
  })

  it('decodes what TextEncoder encodes, and throws only SourceError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !text.includes('\0'))
        expect(decodeText(utf8(text), 'a.txt')).toEqual({ text, warnings: [] })
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          decodeText(bytes, 'a.txt', says('gb18030', 'ja'))
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError)
        }
      }),
    )
  })

  it('takes a second at most for five million bad bytes', () => {
    const started = performance.now()
    decodeText(new Uint8Array(5_000_000).fill(0xe2), 'a.html', says('utf-8', 'ja'))
    decodeText(Buffer.from('é\xff'.repeat(1_600_000), 'latin1'), 'a.html', says('gb18030', 'zh'))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('decodeUtf8', () => {
  it.each([
    [[0x61, 0x62, 0xff, 0x63], 2],
    [[0xef, 0xbf, 0xbd, 0xc3], 3],
    [[0xef, 0xbb, 0xbf, 0x61, 0xed, 0xa0, 0x80], 4],
    [[...utf8('é𝒜'), 0xc0, 0xaf], 6],
  ])('names the first bad byte of %s', (bytes, offset) => {
    const error = errorOf(() => decodeUtf8(Uint8Array.from(bytes), 'a.jsonl'))
    expect(error.code).toBe('INVALID_ENCODING')
    expect(error.message).toBe(`a.jsonl: is not UTF-8 from byte ${offset} on: save it as UTF-8`)
  })
})
