import fc from 'fast-check'
import {
  type FieldNode,
  type ObjectValueNode,
  type OperationDefinitionNode,
  parse,
  type ValueNode,
} from 'graphql'
import { expect, it } from 'vitest'
import { textOf } from './document.js'
import { readOperation } from './operation.js'

const VARIABLES: Record<string, unknown> = {
  keyed: { idempotencyKey: 'k', text: 't' },
  empty: { idempotencyKey: '' },
  none: { text: 'idempotencyKey' },
  key: 'k',
  nothing: null,
}

/** Whether graphql-js sees a key in a value of `input`. */
function isKeyed(value: ValueNode | undefined): boolean {
  if (value?.kind === 'Variable')
    return Boolean((VARIABLES[value.name.value] as { idempotencyKey?: string } | null)?.idempotencyKey)
  const field = (value as ObjectValueNode | undefined)?.fields?.find(
    ({ name }) => name.value === 'idempotencyKey',
  )
  if (field?.value.kind === 'Variable') {
    const key = VARIABLES[field.value.name.value]
    return typeof key === 'string' && key !== ''
  }
  return field?.value.kind === 'StringValue' && field.value.value !== ''
}

const name = fc.constantFrom('a', 'input', 'idempotencyKey', 'mutation', 'query', 'fragment', 'on', 'Type_1')
const between = fc.constantFrom(
  ' ',
  '\n',
  ',',
  ' # } mutation { b(input: {idempotencyKey: "k"})\n',
  '\t#"""\r',
  '  ',
)
const text = fc.constantFrom(
  '""',
  '"k"',
  String.raw`"} \" { idempotencyKey: \"k\""`,
  '"""\n} \\""" { #"""',
  '""""""',
)
const variable = fc.constantFrom(...Object.keys(VARIABLES)).map((each) => `$${each}`)
const scalar = fc.oneof(
  text,
  variable,
  fc.constantFrom('1', '-2.5', 'true', 'null', 'ENUM', 'idempotencyKey', '[]', '{}'),
)
/** The fields of an object, each name once, as graphql-js and the service want it. */
const object = fc
  .dictionary(
    fc.constantFrom('idempotencyKey', 'text', 'input', 'on'),
    fc.oneof(
      scalar,
      scalar.map((each) => `[${each}]`),
      scalar.map((each) => `{ idempotencyKey: ${each} }`),
    ),
  )
  .map(
    (fields) =>
      `{ ${Object.entries(fields)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')} }`,
  )
const directive = fc.constantFrom('', '@skip(if: $on)', '@include(if: false) @other')
const inner = fc.constantFrom(
  '',
  '{ id }',
  '{ idempotencyKey: id ... on T { input: id } }',
  '{ a(first: 2, filter: { text: "x" }) { b } }',
)
const field = fc
  .tuple(fc.option(name), name, fc.option(fc.oneof(object, variable)), directive, inner, between)
  .map(([alias, of, input, on, set, space]) =>
    [alias && `${alias}:`, of, input && `(${space}input${space}:${input})`, on, set]
      .filter(Boolean)
      .join(space),
  )
const root = fc.oneof(
  { weight: 9, arbitrary: field },
  { weight: 1, arbitrary: fc.constantFrom('__typename', 'x: __typename', '...F', '... { a }') },
)
const head = fc.tuple(
  fc.constantFrom('query', 'mutation', 'mutation', 'subscription'),
  fc.option(name),
  fc.constantFrom('', '($a: In = { input: { idempotencyKey: "k" } })', '@d(mutation: 1)'),
)
const fragment = fc.constantFrom(
  '',
  'fragment F on Mutation { a(input: { idempotencyKey: "k" }) }',
  'fragment mutation on T { on }',
)

it('sees in an operation what graphql-js sees', () => {
  fc.assert(
    fc.property(
      head,
      fc.array(root, { minLength: 1, maxLength: 4 }),
      fragment,
      fragment,
      between,
      ([kind, named, rest], fields, before, after, space) => {
        const source = [before, kind, named ?? '', rest, '{', ...fields, '}', after].join(space)
        const tree = parse(source)
        const operation = tree.definitions.find(
          (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
        )
        const once =
          kind === 'mutation' &&
          operation?.selectionSet.selections.some(
            (each) =>
              each.kind !== 'Field' ||
              (each.name.value !== '__typename' &&
                !isKeyed((each as FieldNode).arguments?.find((arg) => arg.name.value === 'input')?.value)),
          )
        const expected = { kind, name: named ?? undefined, once }
        expect(readOperation(source, VARIABLES, undefined)).toEqual(expected)
        expect(readOperation(textOf(tree), VARIABLES, undefined)).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})
