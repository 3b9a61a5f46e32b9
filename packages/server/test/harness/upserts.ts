import { mutationText, nounOf, successOf } from './mutation-text.js'
import { type Service, TEST_KEY } from './service.js'

/** Upserts and merges, with the selections that tests of refused writes need. */
export function upsertsOf(service: Service) {
  // biome-ignore lint/suspicious/noExplicitAny: each mutation has a result of its own shape
  const run = async (mutation: string, input: object): Promise<any> => {
    const noun = nounOf(mutation)
    const slug = noun === 'topic' ? 'slug' : ''
    const merges = ['speaker', 'topic'].includes(noun) ? 'mergedFrom { nodes { id } }' : ''
    const query = mutationText(
      mutation,
      `__typename ... on ${successOf(noun)} { status ${noun} { id version ${slug} ${merges} } }
        ... on Error { message } ... on ValidationError { fields { path } }`,
    )
    return (await service.data(query, { input }, TEST_KEY))[mutation]
  }
  const upsert = (noun: string, input: object) => run(`${noun}Upsert`, input)
  const merge = (noun: string, keepId: string, keepVersion: number, absorbIds: string[]) =>
    run(`${noun}Merge`, { keepId, keepVersion, absorbIds })
  return { run, upsert, merge }
}

export type Upserts = ReturnType<typeof upsertsOf>

/** The result of a write that is wrong in one field. */
export const refused = (path: string, message: string) => ({
  __typename: 'ValidationError',
  message: `${path} ${message}`,
  fields: [{ path: path.split(/\.|\[|\]/).filter(Boolean) }],
})
