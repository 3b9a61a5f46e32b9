import { decodeHTML } from 'entities'

/**
 * Parses JSON as pages write it: with comments, CDATA, commas before a closing bracket, line breaks and quotation marks in
 * strings, or all of it in HTML entities. Takes linear time.
 *
 * @returns null when it is not JSON, even so.
 */
export function parseLenientJson(script: string): unknown {
  const strict = tryJson(script)
  if (strict !== undefined) return strict
  const decoded = script.includes('"') ? script : decodeHTML(script)
  return tryJson(tidyJson(decoded)) ?? null
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What stands between strings and is no JSON: comments, CDATA and HTML comments around it, a semicolon at the end. */
const BETWEEN =
  /\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|\/\/(?=[^\n]*(?:\n|$))[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>|[;\p{Cc}\uFEFF\s]+/uy

/** Signs and figures that stay as they are. */
const PLAIN = /[{[:\w.+]+/y

function tidyJson(text: string): string {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    const plain = matchAt(PLAIN, text, at)
    const skipped = plain === '' && char !== '"' ? matchAt(BETWEEN, text, at).length : 0
    if (char === '"') {
      const { value, end } = readString(text, at)
      parts.push(value)
      at = end
    } else if (skipped > 0) at += skipped
    else {
      if ((char === '}' || char === ']') && parts.at(-1) === ',') parts.pop()
      parts.push(plain || char)
      at += plain.length || 1
    }
  }
  return parts.join('')
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** What can follow a string; a quotation mark before anything else belongs to the string. */
const AFTER_STRING = /\s*(?:[,:}\]]|\/[/*]|$)/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-f]{4})/iy
const LETTERS = /[^"\\\p{Cc}]+/uy

function readString(text: string, start: number): { value: string; end: number } {
  const parts = ['"']
  let at = start + 1
  while (at < text.length) {
    const char = text[at] ?? ''
    const letters = matchAt(LETTERS, text, at)
    if (letters) parts.push(letters)
    else if (char === '\\') {
      const escaped = matchAt(ESCAPE, text, at)
      parts.push(escaped)
      at += Math.max(1, escaped.length)
    } else if (char === '"') {
      AFTER_STRING.lastIndex = at + 1
      if (AFTER_STRING.test(text)) break
      parts.push('\\"')
      at++
    } else {
      parts.push(' ')
      at++
    }
    at += letters.length
  }
  parts.push('"')
  return { value: parts.join(''), end: at + 1 }
}
