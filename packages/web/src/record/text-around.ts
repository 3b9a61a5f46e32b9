import { type Client, query } from '@onrecord/sdk'
import type { Span } from '../text/runs.js'
import { within } from '../text/text-window.js'
import { POSITION } from './selections.js'

/** Characters before and after some words in which the paragraphs beside them are looked for. */
const AROUND = 4_000

/** Most characters from the first words to the last ones. */
const LONGEST = 20_000

/** A part of the newest text of an article. */
export interface TextAround {
  /** Where the part begins in the text. */
  start: number
  content: string
  segments: readonly { kind: string; position: Span }[]
}

/** What stands around some words of an article's newest text. Null when nobody may see the article any more. */
export async function textAround(client: Client, articleId: string, words: Span): Promise<TextAround | null> {
  const end = Math.min(words.end, words.start + LONGEST)
  const part = { start: Math.max(0, words.start - AROUND), end: end + AROUND }
  const { article } = await query(
    client,
    {
      article: {
        $: { by: { id: articleId } },
        text: { part: { $: part, content: true }, segments: { $: part, kind: true, position: POSITION } },
      },
    },
    { operationName: 'PageTextAround' },
  )
  if (!article) return null
  const { segments, part: found } = article.text
  return { start: part.start, content: found.content, segments: within(segments, part) }
}
