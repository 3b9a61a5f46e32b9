import { type GraphQLSchema, isInterfaceType, isLeafType, isObjectType } from 'graphql'
import { capital } from './plugin.js'

/**
 * Makes a table of the GraphQL types of arguments that the SDK (`argumentType` in select.ts) cannot tell from an argument's
 * name, field and value. No type has a `!` at its end. The table has three kinds of keys, so that it grows with the
 * exceptions and not with the schema:
 *
 * - the name of an argument gives the rule for its type. `*` in a rule stands for the noun of the field: "statements" takes
 *   `orderBy: StatementOrder`, so the rule of `orderBy` is "*Order".
 * - "argument@field" gives the type where the rule does not hold.
 * - "@field" gives the noun of a field that is not its name in the singular: the noun of "citedBy" is Statement.
 */
export function argumentTypes(schema: GraphQLSchema): Map<string, string> {
  const table = new Map<string, string>()
  const all = [...typesByArgument(schema)].map(([name, byField]) => {
    const assumed = ruleOf(name, [...byField.values()], schema)
    const rules = [...byField].flatMap(([field, type]) => [type.replace(singular(field), '*'), type])
    const rule = [assumed, ...rules].reduce((best, each) =>
      fits(each, byField) > fits(best, byField) ? each : best,
    )
    if (rule !== assumed) table.set(name, rule)
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

/** The noun of a field, from the type of an argument that follows a rule; nothing when it is the field's own name. */
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
        const [known, found] = [byField.get(field.name), String(arg.type).replace(/!$/, '')]
        if (known && known !== found)
          throw new Error(
            `the argument ${arg.name} of ${field.name} has two types, ${known} and ${found}: name the fields otherwise`,
          )
        all.set(arg.name, byField.set(field.name, found))
      }
    }
  }
  return all
}

/** The rule that the SDK assumes without the table. At run time it sees whether a value is a number, a string or neither. */
function ruleOf(name: string, types: readonly string[], schema: GraphQLSchema): string {
  if (/ids$/i.test(name)) return '[ID!]'
  if (/id$/i.test(name)) return 'ID'
  const plain = types.find((type) => ['Int', 'String', 'Boolean'].includes(type))
  if (plain) return plain
  // The value of an enum is a string like any other.
  const isString = types.some((type) => isLeafType(schema.getType(type)))
  return isString ? 'String' : `*${capital(name.replace(/By$/, ''))}`
}

const singular = (field: string): string => capital(field.replace(/s$/, ''))

const fits = (rule: string, byField: ReadonlyMap<string, string>): number =>
  [...byField].filter(([field, type]) => rule.replace('*', singular(field)) === type).length
