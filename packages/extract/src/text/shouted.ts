/** Tells whether a name or label stands in capitals only, as in transcripts: "ADA MOSS". */
export const isShouted = (label: string) => !/\p{Ll}/u.test(label)

/** Writes two words or more in capitals as a name, "Ada Moss"; leaves anything else as it is. */
export const unshouted = (name: string) => (isShouted(name) && /\s/.test(name) ? titleCase(name) : name)

/** Writes each word with a capital and lower case: "Ada Moss" for "ADA MOSS". */
export const titleCase = (label: string) =>
  label
    .toLowerCase()
    .replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
