import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql'
import { capital } from './plugin.js'

/**
 * GraphQL's types of those arguments that the SDK (its `argumentType`) does not tell by itself from their name, field
 * and value: by the argument's name, with `*` for what its field is called after ("statements" takes `orderBy:
 * StatementOrder`, so `orderBy` is "*Order"), and by "argument@field" where that does not hold; by "@field" what the field
 * is called after when that is not its name in the singular ("citedBy" holds statements). No type has the `!` at its end.
 * The table grows with the exceptions, not with the schema.
 */
export function argumentTypes(schema: GraphQLSchema): Map<string, string> {
  const table = new Map<string, string>()
  const all = [...typesByArgument(schema)].map(([name, byField]) => {
    const told = ruleOf(name, [...byField.values()])
    const rules = [...byField].flatMap(([field, type]) => [type.replace(singular(field), '*'), type])
    const rule = [told, ...rules].reduce((best, each) =>
      fits(each, byField) > fits(best, byField) ? each : best,
    )
    if (rule !== told) table.set(name, rule)
    return { name, byField, rule }
  })
  const nouns = new Map(
    all.flatMap(({ byField, rule }) => [...byField].flatMap(([field, type]) => nounOf(rule, field, type))),
  )
  for (const { name, byField, rule } of all) {
    for (const [field, type] of byField) {
      const noun = nouns.get(field)
      if (rule.replace('*', noun ?? singular(field)) !== type) table.set(`${name}@${field}`, type)
      else if (noun !== undefined && rule.includes('*')) table.set(`@${field}`, noun)
    }
  }
  return new Map([...table].sort())
}

/** What a field is called after by the type of an argument that follows a rule: nothing when that is its own name. */
function nounOf(rule: string, field: string, type: string): [field: string, noun: string][] {
  const [before = '', after] = rule.split('*')
  if (after === undefined || !type.startsWith(before) || !type.endsWith(after)) return []
  const noun = type.slice(before.length, type.length - after.length)
  return noun === '' || noun === singular(field) ? [] : [[field, noun]]
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
  return (
    types.find((type) => ['Int', 'String', 'Boolean'].includes(type)) ??
    `*${capital(name.replace(/By$/, ''))}`
  )
}

const singular = (field: string): string => capital(field.replace(/s$/, ''))

const fits = (rule: string, byField: ReadonlyMap<string, string>): number =>
  [...byField].filter(([field, type]) => rule.replace('*', singular(field)) === type).length
