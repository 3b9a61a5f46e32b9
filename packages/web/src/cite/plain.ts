/** A text without line breaks. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words in quotation marks, unless they have some at both ends. */
export const quoted = (text: string): string => (/^[“"«„‘»].*[”"»“’«]$/su.test(text) ? text : `“${text}”`)

/** "Ada Moss: “We sail.”", what is cited of the article. */
export const noteOf = ({ speaker, text }: { speaker: string | null; text: string }): string =>
  inOneLine(`${speaker ? `${speaker}: ` : ''}${quoted(text)}`)
