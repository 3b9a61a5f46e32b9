import { type GraphQLEnumType, isEnumType } from 'graphql'
import { type Plugin, tsdoc } from './plugin.js'

/** Suffix of the enum types that inputs take. */
export const INPUT = 'Input'

/**
 * Writes two types for each enum. `StatementKind` is open, for values from a service that may be newer than the client.
 * `StatementKindInput` is closed, for values that are sent to the service. The values stand in a constant, too:
 * `StatementKind.DIRECT`. A bundle has only the constants that the program uses.
 */
export const enumTypes: Plugin = (schema) => {
  const enums = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLEnumType => isEnumType(type) && !type.name.startsWith('__'),
  )
  const declarations = enums.map((type) => {
    const values = type
      .getValues()
      .map(({ name, description }) => `\n${tsdoc(description, '  ')}  | '${name}'`)
    const pairs = type.getValues().map(({ name }) => `${name}: '${name}'`)
    return `${tsdoc(type.description)}export type ${type.name}${INPUT} =${values.join('')}

${tsdoc(`${type.description} More values may come with newer services.`)}export type ${type.name} = ${type.name}${INPUT} | (string & {})

export const ${type.name}: { readonly [Value in ${type.name}${INPUT}]: Value } = { ${pairs.join(', ')} }
`
  })
  return { prepend: [], content: declarations.join('\n') }
}
