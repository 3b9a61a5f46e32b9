import { type Client, query } from '@onrecord/sdk'

/** An earlier text of an article, and the newest one. Null when there is none with this id, or nobody may see it. */
export async function articleVersion(client: Client, id: string) {
  const { node } = await query(
    client,
    {
      node: {
        $: { id },
        $on: {
          ArticleText: {
            ...{ content: true, capturedAt: true },
            article: { id: true, text: { content: true } },
          },
        },
      },
    },
    { operationName: 'PageArticleVersion' },
  )
  return node?.__typename === 'ArticleText' ? node : null
}

export type ArticleVersion = NonNullable<Awaited<ReturnType<typeof articleVersion>>>
