/** Most characters of the words that are written whole into a fragment; of longer ones, the beginning and the end. */
const LONGEST = 200
const WORDS_AT_AN_END = 6

/**
 * The address of words on a page: browsers scroll to them and mark them. https://wicg.github.io/scroll-to-text-fragment/
 *
 * @param url of the page, without such a fragment.
 * @param exact the words as they stand there.
 */
export function withTextFragment(url: string, exact: string): string {
  const words = exact.trim().split(/\s+/)
  const text = words.join(' ')
  const directive =
    text.length <= LONGEST || words.length < 3 * WORDS_AT_AN_END
      ? escaped(text)
      : `${escaped(words.slice(0, WORDS_AT_AN_END).join(' '))},${escaped(words.slice(-WORDS_AT_AN_END).join(' '))}`
  return `${url.includes('#') ? url : `${url}#`}:~:text=${directive}`
}

/** A hyphen, a comma and an ampersand have meanings in a directive. */
const escaped = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')
