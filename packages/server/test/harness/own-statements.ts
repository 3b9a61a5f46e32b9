import { readFileSync } from 'node:fs'
import { type GraphQLSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

const GUIDE = new URL('../../../../docs/guides/reads.md', import.meta.url)

/** The fields that the guide of reads lists as those with statements of their own: `Query.matchQuote`. */
export const fieldsWithStatements = (): string[] =>
  [...readFileSync(GUIDE, 'utf8').matchAll(/^\| `([A-Z]\w+\.\w+)`/gm)].map(([, field]) => field as string)

/** Which of the fields an operation selects. */
export function selectedOf(schema: GraphQLSchema, query: string, fields: readonly string[]): string[] {
  const types = new TypeInfo(schema)
  const selected = new Set<string>()
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field({ name }) {
        const field = `${types.getParentType()?.name}.${name.value}`
        if (fields.includes(field)) selected.add(field)
      },
    }),
  )
  return [...selected]
}
