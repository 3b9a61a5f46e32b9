import type { InputFieldRef, InputRef } from '@pothos/core'
import { builder, type InputFields, type SchemaTypes } from './builder.js'

/**
 * Makes the input type `<Noun>Filter` of a filter of the record.
 *
 * @param fields makes the type and description of every field; a forgotten field does not compile.
 */
export const filterInput = <Filter extends object>(
  noun: string,
  description: string,
  fields: (t: InputFields) => {
    [Field in keyof Filter]-?: InputFieldRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Filter[Field]>
  },
): InputRef<Filter> => builder.inputType(`${noun}Filter`, { description, fields: fields as never }) as never

/** The description of most filters: "Which topics: all conditions given hold. …" */
export const whichOf = (nouns: string): string =>
  `Which ${nouns}: all conditions given hold. Null is an error, an empty list matches nothing.`
