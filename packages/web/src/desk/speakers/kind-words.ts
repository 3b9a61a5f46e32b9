/** The kinds of speakers, in words. */
export const KINDS = {
  PERSON: 'a person',
  ORGANIZATION: 'an organisation',
  GROUP: 'a group',
  UNKNOWN: 'not known',
} as const

/** What a speaker is, in words; of a newer kind its name. */
export const kindWords = (kind: string): string => KINDS[kind as keyof typeof KINDS] ?? kind.toLowerCase()
