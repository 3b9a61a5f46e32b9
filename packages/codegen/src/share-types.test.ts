import { describe, expect, it } from 'vitest'
import { shareTypes } from './share-types.js'

const gone = (name: string, key = 'since') => `type ${name} = {
  /** Since when; at least a year. */
  ${key}: string,
  __typename: 'Gone',
};
`
describe('shareTypes', () => {
  it('makes one of local types that are alike, under what their names have in common', () => {
    const types = `${gone('A_Gone_Fragment')}\n${gone('B_Gone_Fragment')}\nexport type C = {\n  c: Array<B_Gone_Fragment>,\n};\n`
    expect(shareTypes(types)).toBe(
      `${gone('Gone_Fragment')}\n\nexport type C = {\n  c: Array<Gone_Fragment>,\n};\n`,
    )
  })

  it.each([
    ['exported', gone('A_Gone_Fragment').replace('type', 'export type') + gone('B_Gone_Fragment')],
    ['different', gone('A_Gone_Fragment') + gone('B_Gone_Fragment', 'until')],
    ['alike in their ends only', gone('A_Gone_Fragment') + gone('B_Lost_Fragment')],
    ['short', 'type A_Gone_Fragment = { a: 1 };\ntype B_Gone_Fragment = { a: 1 };\n'],
    [
      'in the way of another',
      `${gone('A_Gone_Fragment')}${gone('B_Gone_Fragment')}type Gone_Fragment = 1;\n`,
    ],
  ])('leaves types that are %s', (_what, types) => {
    expect(shareTypes(types)).toBe(types)
  })

  it('names a union that an exported type is', () => {
    const named = 'export type Both =\n  | One\n  | Two\n;\n'
    expect(
      shareTypes(
        `${named}\nexport type M = {\n  m:\n    | One\n    | Two\n  ,\n  n: One | Two | null,\n  o: One | Two | Three,\n};\n`,
      ),
    ).toBe(
      `${named}\nexport type M = {\n  m:\n    Both\n  ,\n  n: Both | null,\n  o: One | Two | Three,\n};\n`,
    )
  })
})
