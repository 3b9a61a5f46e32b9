import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { operations } from './operations.js'

const schema = buildSchema(`
  "What it is."
  enum Kind { "Open to all." OPEN CLOSED }
  input PierFilter { kind: Kind }
  type Pier { name: String! kind: Kind! }
  type PierConnection { nodes: [Pier!]! count: Int! }
  type Query {
    "One pier."
    pier(name: String!): Pier
    "All piers."
    piers(filter: PierFilter): PierConnection!
  }
  type Subscription { pierClosed: Pier! }
  type Mutation { pierClose(name: String!): Pier }
`)

const run = (
  source: string,
  fragments = 'fragment PierFields on Pier { name ...More } fragment More on Pier { kind }',
) =>
  operations(
    schema,
    [
      { location: 'pier.graphql', document: parse(source) },
      { location: 'shared.graphql', document: parse(fragments) },
    ],
    { file: 'pier.graphql', types: './types.js', runtime: '../' },
  )

describe('operations', () => {
  it('writes a document, with its fragments, and a function for each operation', () => {
    const { content } = run('query pier($name: String!) { pier(name: $name) { ...PierFields } }')
    expect(content).toContain(
      `"query pier($name:String!){pier(name:$name){...PierFields}}fragment PierFields on Pier{name ...More}fragment More on Pier{kind}" as unknown as TypedDocument<PierQuery, PierQueryVariables, 'query'>`,
    )
    expect(content).toMatch(
      /\/\*\* One pier\. \*\/\nexport const getPier = async \(\n {2}client: Client,\n {2}variables: PierQueryVariables,/,
    )
  })

  it('names functions after their operations, and makes a list of a connection', () => {
    const { content, prepend } = run(
      'query piers($filter: PierFilter) { piers(filter: $filter) { nodes { name } } }',
    )
    expect(content).toContain('export const listPiers = (')
    expect(content).toContain('variables?: PiersQueryVariables')
    expect(prepend.join('\n')).toContain("from '../list.js'")
    const counted = run('query pierCount { piers { count } }')
    expect(counted.content).toContain('export const getPierCount = async (')
    const mutation = run('mutation PierClose($name: String!) { pierClose(name: $name) { name } }')
    expect(mutation.content).toContain('export const pierClose = async (')
    expect(mutation.prepend.join('\n')).not.toContain('list.js')
  })

  it('writes only the document of a subscription, and imports nothing that it does not use', () => {
    const { content, prepend } = run('subscription PierClosed { pierClosed { name } }')
    expect(content).toBe(
      `export const PierClosedDocument =\n  "subscription PierClosed{pierClosed{name}}" as unknown as TypedDocument<PierClosedSubscription, PierClosedSubscriptionVariables, 'subscription'>\n`,
    )
    expect(prepend).toHaveLength(2)
  })

  it('reports an operation without a name, and an unknown fragment', () => {
    expect(() => run('{ pier(name: "a") { name } }')).toThrow('needs a name and one root field')
    expect(() => run('query pier { pier(name: "a") { ...Nothing } }')).toThrow('there is no fragment Nothing')
  })
})
