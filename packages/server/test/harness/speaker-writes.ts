import { type Service, TEST_KEY } from './service.js'

export const UPSERT = `mutation ($input: SpeakerUpsertInput!) { speakerUpsert(input: $input) { __typename
  ... on SpeakerSuccess { speaker { id kind name aliases { name } wikidataId version members { nodes { name } } externalIds { value } } }
  ... on Error { code message } ... on ConflictError { currentVersion } } }`
const MERGE = `mutation ($input: SpeakerMergeInput!) { speakerMerge(input: $input) { __typename
    ... on SpeakerSuccess { speaker { id version aliases { name } wikidataId mergedFrom { nodes { id absorbedId absorbedName note } } } }
    ... on Error { code message } } }`
const SPLIT = `mutation ($input: SpeakerSplitInput!) { speakerSplit(input: $input) { __typename
    ... on SpeakerSuccess { speaker { id name version } } ... on Error { code message } } }`

/** Mutations of speakers, with the selections that the tests need. */
export function speakerWrites(service: Service) {
  // biome-ignore lint/suspicious/noExplicitAny: each mutation has a result of its own shape
  const write = async (mutation: string, input: object): Promise<any> =>
    Object.values(await service.data(mutation, { input }, TEST_KEY))[0]
  const upsert = (input: object) => write(UPSERT, input)
  return {
    upsert,
    made: async (name: string, more = {}) => (await upsert({ name, kind: 'PERSON', ...more })).speaker,
    merge: (keepId: string, keepVersion: number, absorbIds: string[]) =>
      write(MERGE, { keepId, keepVersion, absorbIds, note: 'the same' }),
    split: (mergeId: string, expectedVersion: number) => write(SPLIT, { mergeId, expectedVersion }),
    write,
  }
}

export type SpeakerWrites = ReturnType<typeof speakerWrites>
