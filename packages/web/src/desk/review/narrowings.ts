import { type Client, query } from '@onrecord/sdk'
import { NAMED } from '../../record/selections.js'
import { handleOf } from '../../text/handle.js'
import type { Option } from '../combobox.js'
import type { Proposal } from './proposal.js'

/** An object that the proposals can be narrowed down to. */
export interface Narrowing extends Option {
  parameter: string
  /** As it stands in the address. */
  value: string
  /** Its global id. */
  key: string
}

const narrowing = (
  parameter: string,
  note: string,
  { id, name }: { id: string; name: string },
): Narrowing => ({
  ...{ parameter, value: handleOf(id, name), key: id },
  ...{ says: name, note },
})

/** The speakers and topics one of whose names goes on as typed, and the sites that have the letters in theirs. */
export async function suggestNarrowings(
  client: Client,
  typed: string,
  signal: AbortSignal,
): Promise<Narrowing[]> {
  const { suggest, sites } = await query(
    client,
    {
      suggest: {
        $: { prefix: typed, types: ['SPEAKER', 'TOPIC'], limit: 8 },
        node: { $on: { Speaker: NAMED, Topic: NAMED } },
      },
      sites: { $: { filter: { name: typed }, first: 4 }, nodes: NAMED },
    },
    { operationName: 'DeskNarrowings', signal },
  )
  const found = [
    ...suggest.flatMap(({ node }) =>
      node.__typename === 'Speaker'
        ? [narrowing('speakerIds', 'speaker', node)]
        : node.__typename === 'Topic'
          ? [narrowing('topicIds', 'topic', node)]
          : [],
    ),
    ...sites.nodes.map((site) => narrowing('siteIds', 'site', site)),
  ]
  return found.filter(({ key }, index) => found.findIndex((other) => other.key === key) === index)
}

/** What other proposals can have in common with one. */
export function narrowingsOf({ article, speaker, topics }: Proposal): Narrowing[] {
  return [
    { ...narrowing('articleIds', 'article', { id: article.id, name: article.title }), says: 'this article' },
    ...(article.site ? [narrowing('siteIds', 'site', article.site)] : []),
    ...(speaker ? [narrowing('speakerIds', 'speaker', speaker)] : []),
    ...topics.nodes.map((topic) => narrowing('topicIds', 'topic', topic)),
  ].map((one) => ({ ...one, says: one.parameter === 'topicIds' ? `about ${one.says}` : one.says }))
}
