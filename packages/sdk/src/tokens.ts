/**
 * Splits GraphQL source into its tokens, in one pass: names and numbers, single signs such as `{`, and strings, which come
 * as `"` with their content. Leaves out comments, commas and white space. Never fails: what is no GraphQL gives some tokens.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let at = 0
  const skip = (signs: RegExp) => {
    while (at < text.length && signs.test(text[at] as string)) at++
  }
  while (at < text.length) {
    let start = at++
    const sign = text[start] as string
    if (sign === '#') skip(/[^\n\r]/)
    else if (text.startsWith(BLOCK, start)) {
      start += 2
      at += 2
      // Here the backslash escapes three quotes and nothing else.
      while (text[at] && !text.startsWith(BLOCK, at)) at += text.startsWith(`\\${BLOCK}`, at) ? 4 : 1
      tokens.push(text.slice(start, at))
      at += 3
    } else if (sign === '"') {
      while (text[at] && /[^"\n\r]/.test(text[at] as string)) at += text[at] === '\\' ? 2 : 1
      tokens.push(text.slice(start, at++))
    } else if (/[^\s,]/.test(sign)) {
      if (/\w/.test(sign)) skip(/\w/)
      tokens.push(text.slice(start, at))
    }
  }
  return tokens
}

const BLOCK = '"""'
