import { type Client, query, type StatementFilter } from '@onrecord/sdk'
import { DATE, NAMED } from './selections.js'

/** What a speaker's page shows besides their statements. Null when there is no such speaker. */
export async function speakerForPage(client: Client, id: string) {
  const { speaker } = await query(
    client,
    {
      speaker: {
        $: { by: { id } },
        ...NAMED,
        kind: true,
        wikidataId: true,
        aliases: { name: true },
        affiliations: { role: true, organization: NAMED, place: { name: true }, from: DATE, until: DATE },
        members: { $: { first: 10 }, nodes: NAMED },
      },
    },
    { operationName: 'PageSpeaker' },
  )
  return speaker
}

export type PageSpeaker = NonNullable<Awaited<ReturnType<typeof speakerForPage>>>

export const ofSpeaker = (id: string): StatementFilter => ({ speakerIds: [id] })
