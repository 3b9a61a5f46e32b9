import { type Client, mutate, query } from '@onrecord/sdk'
import type { Named } from '../../record/shown.js'
import { RefusedError } from '../failure.js'
import { messageOf } from '../review/message-of.js'
import { newKey } from '../review/new-key.js'
import { makeSpeaker } from '../review/speakers.js'

/** Something that a name gives: it is there, or is made once it is chosen. */
export interface NamedChoice {
  says: string
  note: string
  take: () => Promise<Named>
}

const MOST = 8

const there = ({ id, name }: Named, note: string): NamedChoice => ({
  ...{ says: name, note },
  take: async () => ({ id, name }),
})

/** Organisations whose names have what is typed; the last choice makes a new one. */
export async function findOrganizations(
  client: Client,
  name: string,
  signal: AbortSignal,
): Promise<NamedChoice[]> {
  const filter = { name, kinds: ['ORGANIZATION', 'GROUP', 'UNKNOWN'] } as const
  const { speakers } = await query(
    client,
    {
      speakers: {
        $: { first: MOST, filter: { ...filter, kinds: [...filter.kinds] } },
        nodes: { id: true, name: true },
      },
    },
    { operationName: 'DeskOrganizations', signal },
  )
  const take = () => makeSpeaker(client, name, 'ORGANIZATION')
  return [
    ...speakers.nodes.map((speaker) => there(speaker, '')),
    { says: name, note: 'a new organisation', take },
  ]
}

/** Places whose names have what is typed; the last choice makes a new one. */
export async function findPlaces(client: Client, name: string, signal: AbortSignal): Promise<NamedChoice[]> {
  const { places } = await query(
    client,
    { places: { $: { first: MOST, filter: { name } }, nodes: { id: true, name: true, countryCode: true } } },
    { operationName: 'DeskPlaces', signal },
  )
  return [
    ...places.nodes.map((place) => there(place, place.countryCode ?? '')),
    { says: name, note: 'a new place', take: () => makePlace(client, name) },
  ]
}

async function makePlace(client: Client, name: string): Promise<Named> {
  const { placeUpsert: result } = await mutate(client, {
    placeUpsert: {
      $: { input: { name, idempotencyKey: newKey() } },
      $on: {
        PlaceSuccess: { place: { id: true, name: true } },
        ValidationError: { message: true },
        ForbiddenError: { message: true },
      },
    },
  })
  if (result?.__typename === 'PlaceSuccess') return result.place
  throw new RefusedError(messageOf(result))
}
