/** The marks of `rules.mjs` around a word that was found. */
const [START, END] = ['\u0002', '\u0003']

/**
 * The highlight of a text whose found words stand between U+0002 and U+0003.
 *
 * @param {string} marked
 * @returns {{ fragment: string, ranges: { start: number, end: number }[] }}
 */
export function highlightOf(marked) {
  const ranges = []
  let fragment = ''
  for (const [index, part] of marked.replaceAll(END, START).split(START).entries()) {
    const start = fragment.length
    fragment += part
    if (index % 2 === 1) ranges.push({ start, end: fragment.length })
  }
  return { fragment, ranges }
}
