import { type Client, OnRecordError, query } from '@onrecord/sdk'
import { CARD } from './selections.js'

/** From this similarity on, a statement has the words of the quotation; below it, it is only near. */
export const SAME_WORDS = 0.8
/** Less than this is not shown. */
const LEAST = 0.5
/** Statements that are shown for each quotation. */
const MOST = 4

/** The statements that have the words of a quotation, or words near it. Null when its words stand in nearly every text. */
export async function matchesOf(client: Client, text: string) {
  try {
    const { matchQuote } = await query(
      client,
      {
        matchQuote: {
          $: { text, limit: MOST, minSimilarity: LEAST },
          similarity: true,
          position: { start: true, end: true },
          matched: { start: true, end: true },
          statement: CARD,
        },
      },
      { operationName: 'PageCheck' },
    )
    return matchQuote
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'BAD_USER_INPUT') return null
    throw error
  }
}

export type Matches = Awaited<ReturnType<typeof matchesOf>>
export type Match = NonNullable<Matches>[number]
