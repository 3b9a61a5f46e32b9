import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, replaceInvalidCharacters } from '../../text/clean-text.js'
import { decodeText, normaliseText } from './normalise-text.js'
import { SourceError } from './source-error.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

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
  it('decodes UTF-8 and UTF-16, and removes the byte order mark', () => {
    expect(decodeText(utf8('\uFEFFZoë 𝒜'), 'a.txt')).toBe('Zoë 𝒜')
    expect(decodeText(utf16('Zoë 𝒜'), 'a.txt')).toBe('Zoë 𝒜')
    expect(decodeText(utf16('Zoë').swap16(), 'a.txt')).toBe('Zoë')
  })

  it.each([
    [[0x61, 0x62, 0xff, 0x63], 2],
    [[0xef, 0xbf, 0xbd, 0xc3], 3],
    [[0xef, 0xbb, 0xbf, 0x61, 0xed, 0xa0, 0x80], 4],
    [[...utf8('é𝒜'), 0xc0, 0xaf], 6],
  ])('names the first bad byte of %s', (bytes, offset) => {
    const error = errorOf(() => decodeText(Uint8Array.from(bytes), 'a.txt'))
    expect(error.code).toBe('INVALID_ENCODING')
    expect(error.message).toBe(`a.txt: is not UTF-8 from byte ${offset} on: save it as UTF-8`)
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

  it('recognises binary content without zero bytes', () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, index) => ((index * 89) % 255) + 1)
    expect(errorOf(() => decodeText(bytes, 'a.bin')).code).toBe('BINARY')
  })

  it('uses a declared charset only for bytes that are not UTF-8', () => {
    const latin = Uint8Array.from([0x93, 0x5a, 0x6f, 0xeb, 0x94])
    expect(decodeText(latin, 'a.html', 'windows-1252')).toBe('“Zoë”')
    expect(decodeText(utf8('Zoë'), 'a.html', 'iso-8859-1')).toBe('Zoë')
    expect(errorOf(() => decodeText(latin, 'a.html', 'utf-8')).code).toBe('INVALID_ENCODING')
    expect(errorOf(() => decodeText(latin, 'a.html', 'nonsense')).code).toBe('INVALID_ENCODING')
  })

  it('decodes what TextEncoder encodes, and throws only SourceError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !text.includes('\0'))
        expect(decodeText(utf8(text), 'a.txt')).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          decodeText(bytes, 'a.txt', 'windows-1252')
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError)
        }
      }),
    )
  })
})

describe('normaliseText', () => {
  it('changes only line ends', () => {
    expect(normaliseText(' a \t\r\nb\rc\fd\u00A0e\u2028 \n\n', 'a.txt')).toBe(
      ' a \t\nb\nc\fd\u00A0e\u2028 \n\n',
    )
  })

  it('refuses invalid characters, and gives their place', () => {
    expect(errorOf(() => normaliseText('ab\0', 'a.txt'))).toMatchObject({
      code: 'BINARY',
      message: expect.stringContaining('U+0000 at character 2'),
    })
    expect(errorOf(() => normaliseText('𝒜\uD800b', 'a.txt'))).toMatchObject({
      code: 'INVALID_CHARACTER',
      message: 'a.txt: has half a surrogate pair at character 2: remove it',
    })
    expect(errorOf(() => normaliseText('a\uFFFF', 'a.txt'))).toMatchObject({ code: 'INVALID_CHARACTER' })
  })

  it('changes nothing in its own result', () => {
    const unit = fc.constantFrom('\r', '\n', '\r\n', ' ', 'a', '“', '\uFEFF', '𝒜')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const once = normaliseText(text, 'a.txt')
        expect(normaliseText(once, 'a.txt')).toBe(once)
        expect(once).not.toContain('\r')
      }),
    )
  })
})

describe('clean-text', () => {
  it('replaces invalid characters by U+FFFD', () => {
    expect(replaceInvalidCharacters('a\0\uDC00𝒜\uFFFF')).toBe('a\uFFFD\uFFFD𝒜\uFFFD')
  })

  it('makes a line within the limit without cutting a surrogate pair', () => {
    expect(cleanLine(' a\n\tb\u0007c ', 100)).toBe('a b c')
    expect(cleanLine(' \n ', 100)).toBeNull()
    expect(cleanLine('ab𝒜cd', 4)).toBe('ab…')
  })
})
