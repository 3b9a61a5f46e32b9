import { type Client, query } from '@onrecord/sdk'
import { CARD } from './selections.js'

/** A statement as a list shows it. Null when nobody may see it. */
export async function embeddedStatement(client: Client, id: string) {
  const { statement } = await query(
    client,
    { statement: { $: { by: { id } }, ...CARD } },
    { operationName: 'PageEmbed' },
  )
  return statement
}
