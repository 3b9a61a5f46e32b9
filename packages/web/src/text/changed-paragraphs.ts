import { diffArrays } from 'diff'
import { type Compared, compareWords } from './compare-words.js'

/** Most characters of a text that is compared. */
const LONGEST_TEXT = 500_000

/** Milliseconds after which two texts count as too different to be compared. */
const LONGEST = 300

/**
 * The paragraphs in which a text differs from an earlier one, word by word.
 *
 * @returns null when the two are too long, or too different, to be compared in time.
 */
export function changedParagraphs(before: string, after: string): Compared[][] | null {
  if (before.length > LONGEST_TEXT || after.length > LONGEST_TEXT) return null
  const changes = diffArrays(paragraphsOf(before), paragraphsOf(after), { timeout: LONGEST })
  if (!changes) return null
  const result: Compared[][] = []
  for (let index = 0; index < changes.length; index++) {
    const { value, added, removed } = changes[index] as (typeof changes)[number]
    if (!added && !removed) continue
    const next = changes[index + 1]
    const [old, now] = removed ? [value, next?.added ? next.value : []] : [[], value]
    if (removed && next?.added) index++
    for (let at = 0; at < Math.max(old.length, now.length); at++) {
      result.push(compareWords(old[at] ?? '', now[at] ?? ''))
    }
  }
  return result
}

const paragraphsOf = (text: string): string[] =>
  text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
