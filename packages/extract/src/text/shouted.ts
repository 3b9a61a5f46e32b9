/** Whether a name or label stands in capitals only, as in transcripts: "ADA MOSS". */
export const isShouted = (label: string) => !/\p{Ll}/u.test(label)

/** Two words or more in capitals with only their first letters left as such: "Ada Moss"; others as they are. */
export const unshouted = (name: string) => (isShouted(name) && /\s/.test(name) ? titleCase(name) : name)

export const titleCase = (label: string) =>
  label
    .toLowerCase()
    .replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
