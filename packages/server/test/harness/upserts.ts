import { type Service, TEST_KEY } from './service.js'

const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1)

/** Writes to whatever is made by upserts, each with what tests of refusals look at. */
export function upsertsOf(service: Service) {
  const run = async (
    mutation: string,
    args: Record<string, [type: string, value: unknown]>,
    // biome-ignore lint/suspicious/noExplicitAny: each mutation has a result of its own shape
  ): Promise<any> => {
    const declared = Object.entries(args).map(([name, [type]]) => `$${name}: ${type}`)
    const passed = Object.keys(args).map((name) => `${name}: $${name}`)
    const noun = mutation === 'affiliationSet' ? 'speaker' : (/^[a-z]+/.exec(mutation)?.[0] ?? '')
    const slug = noun === 'topic' ? 'slug' : ''
    const merges = ['speaker', 'topic'].includes(noun) ? 'mergedFrom { nodes { id } }' : ''
    const query = `mutation (${declared}) { it: ${mutation}(${passed}) { __typename
      ... on ${capital(noun)}Success { status ${noun} { id version ${slug} ${merges} } }
      ... on Error { message } ... on ValidationError { fields { path } } } }`
    const variables = Object.fromEntries(Object.entries(args).map(([name, [, value]]) => [name, value]))
    return (await service.data(query, variables, TEST_KEY)).it
  }
  const upsert = (noun: string, input: object) =>
    run(`${noun}Upsert`, { input: [`${capital(noun)}UpsertInput!`, input] })
  const merge = (noun: string, keepId: string, keepVersion: number, absorbIds: string[]) =>
    run(`${noun}Merge`, {
      ...{ keepId: ['ID!', keepId], keepVersion: ['Int!', keepVersion], absorbIds: ['[ID!]!', absorbIds] },
    })
  return { run, upsert, merge }
}

export type Upserts = ReturnType<typeof upsertsOf>

/** What a write gives that is wrong in one field. */
export const refused = (path: string, message: string) => ({
  __typename: 'ValidationError',
  message: `${path} ${message}`,
  fields: [{ path: path.split(/\.|\[|\]/).filter(Boolean) }],
})
