import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { ingestText, TEST_KEY } from '../../test/harness/service.js'
import { schema } from './service-schema.js'

/** Texts that mean something to SQL, to patterns, to JSON or to a shell. Each has the word that is looked for. */
const HOSTILE = [
  `hostile' OR '1'='1`,
  `hostile"; DROP TABLE "Statement"; --`,
  'hostile\\\\\' \\" \\u0000',
  'hostile $$ $1 $body$ ; /* */ -- #',
  `hostile'::json || E'\\x27' %_*?[]{}()|&!:<->`,
  'hostile\n\r\t\u0001\u2028\ufeff🎈',
]

/** A value of an input, with the hostile text at one place in it: each of its places once. */
function* hostileValues(type: GraphQLInputType, text: string, depth = 0): Generator<string> {
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    for (const value of hostileValues(nullable.ofType, text, depth)) yield `[${value}]`
  } else if (isInputObjectType(nullable)) {
    if (depth > 3) return
    for (const field of Object.values(nullable.getFields())) {
      for (const value of hostileValues(field.type, text, depth + 1)) yield `{ ${field.name}: ${value} }`
    }
  } else if (!isEnumType(nullable) && !/^(Int|Float|Boolean)$/.test(String(nullable))) {
    yield JSON.stringify(text)
  }
}

function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type)
  if (isLeafType(named)) return ''
  const fields = isObjectType(named) ? named.getFields() : {}
  if (fields.nodes) return `{ nodes ${selectionOf(fields.nodes.type)} pageInfo { endCursor } }`
  return fields.id ? '{ id }' : '{ __typename }'
}

/** Each place for a text in the arguments of a root field, as the arguments that have it there. */
function* hostileArguments(args: readonly GraphQLArgument[], text: string): Generator<string> {
  for (const arg of args) {
    const others = args.filter((one) => one !== arg && isRequiredArgument(one))
    for (const value of hostileValues(arg.type, text)) {
      yield [
        `${arg.name}: ${value}`,
        ...others.map((one) => `${one.name}: ${[...hostileValues(one.type, text)][0]}`),
      ].join(', ')
    }
  }
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length > 0)

describeServiceOnBoth('a hostile text', (service, database) => {
  beforeAll(() => ingestText(database, '# Ferry\n\n“We sail,” said Mara Lindt.\n'))

  it.each(roots.map((field) => [field.name, field] as const))(
    'does no harm in the arguments of %s',
    async (name, field) => {
      let asked = 0
      for (const text of HOSTILE) {
        for (const args of hostileArguments(field.args, text)) {
          const query = `{ ${name}(${args}) ${selectionOf(field.type)} }`
          const sql = await service.sqlOf(async () => {
            const { errors = [] } = await service.request(query, {}, TEST_KEY)
            for (const { extensions, message } of errors) {
              expect(`${extensions.code}: ${message} in ${query}`).toMatch(
                /^(BAD_USER_INPUT|GRAPHQL_VALIDATION)/,
              )
            }
          })
          for (const statement of sql) expect(statement.query).not.toContain('hostile')
          asked++
        }
      }
      expect(asked).toBeGreaterThanOrEqual(HOSTILE.length)
    },
  )

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'then',
    'toJSON',
    'r1',
    't',
    'p',
    'SELECT',
    'x'.repeat(5_000),
  ])('is a name as any other as an alias: %s', async (alias) => {
    const plain = await service.data('{ speakers { nodes { name statements { nodes { text } } } } }')
    const sql = await service.sqlOf(async () => {
      const query = `{ ${alias}: speakers { nodes { ${alias}: name ${alias}2: statements { nodes { ${alias}: text } } } } }`
      const [list] = Object.values(await service.data(query)) as [{ nodes: object[] }]
      expect(list.nodes.map((node) => Object.entries(node)[0])).toEqual(
        plain.speakers.nodes.map(({ name }: { name: string }) => [alias, name]),
      )
    })
    expect(sql).toHaveLength(1)
    if (alias.length > 10) expect(sql[0]?.query).not.toContain(alias)
  })
})

describe('the places for a text', () => {
  it('are those of all strings, ids and dates, nested ones, too', () => {
    const [statements] = roots.filter(({ name }) => name === 'statements')
    const found = [...hostileArguments(statements?.args ?? [], 'x')]
    expect(found).toContain('after: "x"')
    expect(found).toContain('filter: { text: "x" }')
    expect(found.length).toBeGreaterThanOrEqual(20)
  })
})
