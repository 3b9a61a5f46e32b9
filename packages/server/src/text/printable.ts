/**
 * Characters that a terminal obeys in place of showing them: controls but for tab and line feed, and what turns the
 * direction of writing round.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/**
 * A text as a terminal may get it, whoever wrote it: what the terminal would obey is written as JSON writes it, such as
 * `\u001b`. So JSON stays what it says.
 */
export const printable = (text: string): string =>
  text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
