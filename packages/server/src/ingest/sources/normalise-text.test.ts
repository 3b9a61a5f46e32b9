import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, replaceInvalidCharacters } from '../../text/clean-text.js'
import { normaliseText } from './normalise-text.js'
import { SourceError } from './source-error.js'

function errorOf(run: () => unknown): SourceError {
  try {
    run()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

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
