import { type Client, query } from '@onrecord/sdk'
import { CARD, DATE, NAMED, POSITION } from './selections.js'

/** Everything that a statement's page shows. Null when nobody may see it. */
export async function statementForPage(client: Client, id: string) {
  const { statement } = await query(
    client,
    {
      statement: {
        $: { by: { id } },
        ...CARD,
        saidAt: { ...DATE, asWritten: true },
        polarity: true,
        medium: true,
        language: true,
        updatedAt: true,
        attributions: {
          role: true,
          asWritten: true,
          cue: true,
          basis: true,
          speaker: { ...NAMED, kind: true },
          affiliation: { role: true, organization: NAMED },
        },
        alterations: { kind: true, position: POSITION },
        anchors: {
          position: POSITION,
          quote: { exact: true, prefix: true, suffix: true },
          status: true,
          text: { id: true },
        },
        event: NAMED,
        place: { name: true },
        topics: { $: { first: 20 }, nodes: NAMED },
        references: { asWritten: true, document: { id: true, title: true } },
        provenance: { method: true, agent: true, confidence: true },
        review: { at: true, by: true, reason: true, note: true },
        revisions: {
          $: { first: 20 },
          nodes: { action: true, actor: true, origin: true, at: true, note: true },
        },
        utterance: { canonicalText: true, statements: { $: { first: 10 }, nodes: CARD } },
        article: {
          ...CARD.article,
          bylines: { asWritten: true },
          text: { id: true, length: true },
        },
      },
    },
    { operationName: 'PageStatement' },
  )
  return statement
}

export type PageStatement = NonNullable<Awaited<ReturnType<typeof statementForPage>>>
