import { type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql'
import { INPUT } from './enums.js'

/**
 * Gives the inputs in what the plugin typescript-operations wrote the closed enums: it has one name for both ways.
 *
 * @param content its output, with every enum imported from elsewhere.
 */
export function closeInputs(content: string, schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
  const enums = types.filter((type) => isEnumType(type)).map(({ name }) => name)
  const enumName = new RegExp(`\\b(${enums.join('|')})\\b`, 'g')
  const inputs = types.filter((type) => isInputObjectType(type)).map(({ name }) => name)
  const declaration = new RegExp(
    `(export type (?:${inputs.join('|')}) =)([\\s\\S]*?)(?=\\nexport type |\\n/\\*\\*|$)`,
    'g',
  )
  const closed = content.replace(
    declaration,
    (_all, head: string, body: string) => head + body.replace(enumName, `$1${INPUT}`),
  )
  // Both names may be needed, or only one: what is imported and not used is an error in strict projects.
  return enums.reduce(
    (text, name) => {
      const line = new RegExp(`^import type \\{ ${name} \\} from (.*)\\n`, 'm')
      const rest = text.replace(line, '')
      const used = [name, `${name}${INPUT}`].filter((each) => new RegExp(`\\b${each}\\b`).test(rest))
      return used.length === 0 ? rest : text.replace(line, `import type { ${used.join(', ')} } from $1\n`)
    },
    closed.replace(/^export \{ \w+ \};\n/gm, ''),
  )
}
