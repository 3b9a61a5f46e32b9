/** The most bytes that are searched for a declaration: the heads of pages with styles and scripts in them are long. */
const SEARCHED_BYTES = 1_000_000

/**
 * Reads the charset that a page declares in its XML declaration or in the first `<meta>` that names one, else null.
 * Comments, scripts and styles declare nothing. Browsers look beyond the first 1,024 bytes, too, and so does this function.
 */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, SEARCHED_BYTES)).toString('latin1')
  return (
    /^\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    findTag(head, 'meta', (tag) => /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(tag)?.[1] ?? null)
  )
}

/** Reads the language of `<html lang>`, else null. */
export function declaredLanguage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 10_000)).toString('latin1')
  return findTag(head, 'html', (tag) => /\slang\s*=\s*["']?\s*([a-z-]+)/i.exec(tag)?.[1] ?? null)
}

/** The ends of what is skipped, by its start. */
const SKIPPED: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<script': '</script',
  '<style': '</style',
}

/** No tag that declares a charset or a language is longer, in characters. */
const LONGEST_TAG = 1000

/**
 * Reads tags of a name in their order until one gives a value. Takes linear time, also where a comment does not end. One
 * pattern finds the starts: V8 made a loop over every `<` take seconds a page, when it optimised the loop as it ran.
 */
function findTag(head: string, name: string, read: (tag: string) => string | null): string | null {
  const starts = new RegExp(`<!--|<(?:script|style)\\b|<${name}(?=[\\s/])`, 'gi')
  const lower = head.toLowerCase()
  let end = -1
  for (let start = starts.exec(head); start; start = starts.exec(head)) {
    const at = start.index
    const skippedTo = SKIPPED[start[0].toLowerCase()]
    if (skippedTo) {
      const after = lower.indexOf(skippedTo, at + 4)
      if (after < 0) return null
      starts.lastIndex = after + 1
      continue
    }
    if (end < at) end = head.indexOf('>', at)
    if (end < 0) end = head.length
    const value = read(head.slice(at, Math.min(end, at + LONGEST_TAG)))
    if (value !== null) return value
  }
  return null
}
