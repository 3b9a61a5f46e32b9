/** The name of the GraphQL field that shows a field of the record: `event` for `eventId`, `topics` for `topicIds`. */
export type ShownAs<Field extends string> = Field extends `${infer Noun}Ids`
  ? `${Noun}s`
  : Field extends `${infer Noun}Id`
    ? Noun
    : Field
