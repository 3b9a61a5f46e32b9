import { type Client, query } from '@onrecord/sdk'

/** An earlier text of an article. Null when there is none with this id, or nobody may see it. */
export async function articleVersion(client: Client, id: string) {
  const { node } = await query(
    client,
    {
      node: {
        $: { id },
        $on: { ArticleText: { id: true, content: true, capturedAt: true, article: { id: true } } },
      },
    },
    { operationName: 'PageArticleVersion' },
  )
  return node?.__typename === 'ArticleText' ? node : null
}
