import { type Client, mutate, query, type SpeakerKindInput } from '@onrecord/sdk'
import { RefusedError } from '../failure.js'
import { messageOf } from './message-of.js'
import { newKey } from './new-key.js'
import { PROPOSAL, type Proposal } from './proposal.js'

/** A speaker to choose. */
export interface Choice {
  id: string
  name: string
  /** The name that goes on as typed, when it is another one. */
  alias: string | null
}

/** The speakers one of whose names goes on as typed. */
export async function suggestSpeakers(
  client: Client,
  prefix: string,
  signal: AbortSignal,
): Promise<Choice[]> {
  const { suggest } = await query(
    client,
    {
      suggest: {
        $: { prefix, types: ['SPEAKER'], limit: 8 },
        name: true,
        node: { $on: { Speaker: { id: true, name: true } } },
      },
    },
    { operationName: 'DeskSuggest', signal },
  )
  const choices = suggest.flatMap(({ name, node }) =>
    node.__typename === 'Speaker'
      ? [{ id: node.id, name: node.name, alias: name === node.name ? null : name }]
      : [],
  )
  return choices.filter(({ id }, index) => choices.findIndex((other) => other.id === id) === index)
}

/** Makes a speaker. @throws RefusedError */
export async function makeSpeaker(client: Client, name: string, kind: SpeakerKindInput): Promise<Choice> {
  const { speakerUpsert: result } = await mutate(client, {
    speakerUpsert: {
      $: { input: { name, kind, idempotencyKey: newKey() } },
      $on: {
        SpeakerSuccess: { speaker: { id: true, name: true } },
        ValidationError: { message: true },
        ForbiddenError: { message: true },
      },
    },
  })
  if (result?.__typename === 'SpeakerSuccess') return { ...result.speaker, alias: null }
  throw new RefusedError(messageOf(result))
}

/** The other statements of the same article that are attributed to the same speaker by the same mention. */
export async function sameMention(
  client: Client,
  { id, article, attributions }: Proposal,
): Promise<Proposal[]> {
  const [first] = attributions
  if (!first?.asWritten) return []
  const { statements } = await query(
    client,
    {
      statements: {
        $: {
          first: 100,
          filter: {
            articleIds: [article.id],
            reviewStatuses: ['PROPOSED', 'VERIFIED'],
            ...(first.speaker ? { speakerIds: [first.speaker.id] } : { hasSpeaker: false }),
          },
        },
        nodes: PROPOSAL,
      },
    },
    { operationName: 'DeskSameMention' },
  )
  return statements.nodes.filter(
    (other) => other.id !== id && other.attributions[0]?.asWritten === first.asWritten,
  )
}
