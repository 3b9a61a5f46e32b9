const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1)

/** Makes the text of a mutation. Its one variable is `input`. */
export const mutationText = (mutation: string, selection: string): string =>
  `mutation ($input: ${capital(mutation)}Input!) { ${mutation}(input: $input) { ${selection} } }`

/** The noun that a mutation writes, which is also the field of its success: "speaker" for `affiliationSet`. */
export const nounOf = (mutation: string): string =>
  mutation === 'affiliationSet' ? 'speaker' : (/^[a-z]+/.exec(mutation)?.[0] ?? '')

/** The type of success of a noun's mutations: "SpeakerSuccess". */
export const successOf = (noun: string): string => `${capital(noun)}Success`
