/** The field that shows a field of the record: what an id leads to, or the field itself. `eventId` is shown as `event`. */
export type ShownAs<Field extends string> = Field extends `${infer Noun}Ids`
  ? `${Noun}s`
  : Field extends `${infer Noun}Id`
    ? Noun
    : Field
