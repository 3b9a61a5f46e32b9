import { type Service, TEST_KEY } from './service.js'

export const UPSERT = `mutation ($input: SpeakerUpsertInput!) { speakerUpsert(input: $input) { __typename
  ... on SpeakerSuccess { speaker { id kind name aliases { name } wikidataId version members { nodes { name } } externalIds { value } } }
  ... on Error { code message } ... on ConflictError { currentVersion } } }`
const MERGE = `mutation ($keepId: ID!, $keepVersion: Int!, $absorbIds: [ID!]!) {
  speakerMerge(keepId: $keepId, keepVersion: $keepVersion, absorbIds: $absorbIds, note: "the same") { __typename
    ... on SpeakerSuccess { speaker { id version aliases { name } wikidataId mergedFrom { nodes { id absorbedId absorbedName note } } } }
    ... on Error { code message } } }`
const SPLIT = `mutation ($mergeId: ID!, $expectedVersion: Int!) {
  speakerSplit(mergeId: $mergeId, expectedVersion: $expectedVersion) { __typename
    ... on SpeakerSuccess { speaker { id name version } } ... on Error { code message } } }`

/** Writes to speakers, each with what tests look at. */
export function speakerWrites(service: Service) {
  // biome-ignore lint/suspicious/noExplicitAny: each mutation has a result of its own shape
  const write = async (mutation: string, variables: object): Promise<any> =>
    Object.values(await service.data(mutation, variables, TEST_KEY))[0]
  const upsert = (input: object) => write(UPSERT, { input })
  return {
    upsert,
    made: async (name: string, more = {}) => (await upsert({ name, kind: 'PERSON', ...more })).speaker,
    merge: (keepId: string, keepVersion: number, absorbIds: string[]) =>
      write(MERGE, { keepId, keepVersion, absorbIds }),
    split: (mergeId: string, expectedVersion: number) => write(SPLIT, { mergeId, expectedVersion }),
    write,
  }
}

export type SpeakerWrites = ReturnType<typeof speakerWrites>
