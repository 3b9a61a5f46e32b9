import { type Client, query } from '@onrecord/sdk'
import type { SpeakerRow } from './speaker.js'

const ROW = {
  id: true,
  name: true,
  kind: true,
  statements: { $: { first: 1 }, totalCount: { value: true, isExact: true } },
} as const

/** How many of the most quoted are listed. */
const MOST_QUOTED = 50

/** The speakers who are quoted most. */
export async function readMostQuoted(client: Client): Promise<SpeakerRow[]> {
  const { statements } = await query(
    client,
    {
      statements: {
        $: { first: 1 },
        facets: {
          $: { by: ['SPEAKER'], top: MOST_QUOTED, upTo: 100_000 },
          isExact: true,
          buckets: { count: true, node: { $on: { Speaker: { id: true, name: true, kind: true } } } },
        },
      },
    },
    { operationName: 'DeskMostQuoted' },
  )
  return statements.facets.flatMap(({ isExact, buckets }) =>
    buckets.flatMap(({ count, node }) =>
      node?.__typename === 'Speaker'
        ? [{ id: node.id, name: node.name, kind: node.kind, count: { value: count, isExact } }]
        : [],
    ),
  )
}

/** Speakers whose names make it possible that they are the same as one, those with most statements first. */
export async function readDuplicates(client: Client, id: string): Promise<SpeakerRow[]> {
  const { speakers } = await query(
    client,
    { speakers: { $: { first: 50, filter: { possibleDuplicatesOf: id } }, nodes: ROW } },
    { operationName: 'DeskDuplicates' },
  )
  return speakers.nodes.map(rowOf).sort((one, other) => other.count.value - one.count.value)
}

/** A speaker found by one of its names. */
export interface FoundSpeaker extends SpeakerRow {
  /** The name that goes on as typed, when it is another one. */
  alias: string | null
}

/** The speakers one of whose names goes on as typed. */
export async function findSpeakers(
  client: Client,
  prefix: string,
  signal: AbortSignal,
): Promise<FoundSpeaker[]> {
  const { suggest } = await query(
    client,
    {
      suggest: {
        $: { prefix, types: ['SPEAKER'], limit: 12 },
        name: true,
        node: { $on: { Speaker: ROW } },
      },
    },
    { operationName: 'DeskFindSpeakers', signal },
  )
  const found = suggest.flatMap(({ name, node }) =>
    node.__typename === 'Speaker' ? [{ ...rowOf(node), alias: name === node.name ? null : name }] : [],
  )
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index)
}

function rowOf({
  id,
  name,
  kind,
  statements,
}: {
  id: string
  name: string
  kind: string
  statements: { totalCount: SpeakerRow['count'] }
}): SpeakerRow {
  return { id, name, kind, count: statements.totalCount }
}
