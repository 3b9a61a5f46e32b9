import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql'
import { capital } from './plugin.js'

/**
 * GraphQL's types of those arguments that the SDK (its `argumentType`) does not tell by itself from their name, field
 * and value: by the argument's name, with `*` for the name of its field in the singular ("statements" takes `orderBy:
 * StatementOrder`, so `orderBy` is "*Order"), and by "argument@field" where that does not hold. None has the `!` at its
 * end. The table grows with the exceptions, not with the schema.
 */
export function argumentTypes(schema: GraphQLSchema): Map<string, string> {
  const table = new Map<string, string>()
  for (const [name, byField] of typesByArgument(schema)) {
    const rules = [...byField].flatMap(([field, type]) => [templateOf(field, type), type])
    const told = ruleOf(name, [...byField.values()])
    const rule = [told, ...rules].reduce((best, each) =>
      fits(each, byField) > fits(best, byField) ? each : best,
    )
    if (rule !== told) table.set(name, rule)
    for (const [field, type] of byField)
      if (typeFrom(rule, field) !== type) table.set(`${name}@${field}`, type)
  }
  return new Map([...table].sort())
}

function typesByArgument(schema: GraphQLSchema): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue
    for (const field of Object.values(type.getFields())) {
      for (const arg of field.args) {
        const byField = all.get(arg.name) ?? new Map<string, string>()
        const [known, own] = [byField.get(field.name), String(arg.type).replace(/!$/, '')]
        if (known && known !== own)
          throw new Error(
            `the argument ${arg.name} of ${field.name} has two types, ${known} and ${own}: name the fields otherwise`,
          )
        all.set(arg.name, byField.set(field.name, own))
      }
    }
  }
  return all
}

/** What the SDK takes for the type; it sees whether a value is a number, a string or neither. */
function ruleOf(name: string, types: readonly string[]): string {
  if (/ids$/i.test(name)) return '[ID!]'
  if (/id$/i.test(name)) return 'ID'
  return types.find((type) => ['Int', 'String', 'Boolean'].includes(type)) ?? `*${capital(name)}`
}

const singular = (field: string): string => capital(field.replace(/s$/, ''))

const templateOf = (field: string, type: string): string => type.replace(singular(field), '*')

const typeFrom = (rule: string, field: string): string => rule.replace('*', singular(field))

const fits = (rule: string, byField: ReadonlyMap<string, string>): number =>
  [...byField].filter(([field, type]) => typeFrom(rule, field) === type).length
