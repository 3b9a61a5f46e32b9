import type { InputFieldRef, InputRef } from '@pothos/core'
import { builder, type InputFields, type SchemaTypes } from './builder.js'

/**
 * Makes the input `<Noun>Filter` of a filter of the record.
 *
 * @param fields of every field of the filter its type and description: one that is forgotten does not compile.
 */
export const filterInput = <Filter extends object>(
  noun: string,
  description: string,
  fields: (t: InputFields) => {
    [Field in keyof Filter]-?: InputFieldRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Filter[Field]>
  },
): InputRef<Filter> => builder.inputType(`${noun}Filter`, { description, fields: fields as never }) as never

/** How the description of most filters begins: "Which topics: …". */
export const whichOf = (nouns: string): string =>
  `Which ${nouns}: all conditions given hold. Null is an error, an empty list matches nothing.`
