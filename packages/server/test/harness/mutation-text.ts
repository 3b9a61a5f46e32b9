const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1)

/** A mutation as text; its one variable is `input`. */
export const mutationText = (mutation: string, selection: string): string =>
  `mutation ($input: ${capital(mutation)}Input!) { ${mutation}(input: $input) { ${selection} } }`

/** The noun that a mutation writes, as the field of its success: "speaker" of `affiliationSet`. */
export const nounOf = (mutation: string): string =>
  mutation === 'affiliationSet' ? 'speaker' : (/^[a-z]+/.exec(mutation)?.[0] ?? '')

/** The success of a noun's writes: "SpeakerSuccess". */
export const successOf = (noun: string): string => `${capital(noun)}Success`
