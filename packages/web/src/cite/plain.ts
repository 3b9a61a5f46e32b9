import type { Cited } from './cited.js'

/** A text without line breaks. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words in quotation marks, unless they have some at both ends. Marks within become single ones. */
export const quoted = (text: string): string =>
  /^[“"«„‘»].*[”"»“’«]$/su.test(text)
    ? text
    : `“${text.replace(/“/g, '‘').replace(/”/g, '’').replaceAll('"', "'")}”`

/** How words are quoted that are not wholly the speaker's. */
const HOW: Readonly<Record<string, string>> = {
  MIXED: ' (partly quoted)',
  INDIRECT: ' (reported speech)',
  AUTHOR: ' (author)',
}

/** Who said it; for words that are a reporter's, too, it says so: "Ada Moss (reported speech)". */
export const saidBy = ({ speaker, kind }: Pick<Cited, 'speaker' | 'kind'>): string =>
  inOneLine(speaker ?? 'not named') + (HOW[kind] ?? '')

/** "Ada Moss: “We sail.”", what is cited of the article. */
export const noteOf = (cited: Pick<Cited, 'speaker' | 'kind' | 'text'>): string =>
  inOneLine(`${saidBy(cited)}: ${quoted(cited.text)}`)
