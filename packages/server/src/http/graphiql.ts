import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphiQLOptions } from 'graphql-yoga'
import { globSync } from 'tinyglobby'

/** GraphiQL's page, whole: it loads nothing from elsewhere, and so works offline. */
export async function renderGraphiQL(options: GraphiQLOptions): Promise<string> {
  // Nine megabytes of script, which a server need not read before somebody looks.
  const { renderGraphiQL: render } = await import('@graphql-yoga/render-graphiql')
  return render(options).replace('</head>', `<style>${STYLE}</style></head>`)
}

/** Two dozen tabs need a bar to scroll by; on a narrow screen the answer stands below the query. */
const STYLE = `
.no-scrollbar.graphiql-tabs { scrollbar-width: thin; scrollbar-color: #8888 transparent }
.graphiql-container .graphiql-logo { white-space: nowrap }
@media (max-width: 45rem) {
  .graphiql-container #graphiql-session { flex-direction: column }
  .graphiql-container .graphiql-editors, .graphiql-container .graphiql-response { min-height: 0 }
  .graphiql-container .graphiql-horizontal-drag-bar { display: none }
}
`

interface Tab {
  query: string
}

/** Ready queries as tabs: the `.graphql` files of a folder in name order. */
export function readTabs(folder: string | null): Tab[] {
  if (folder === null) return []
  return globSync('*.graphql', { cwd: folder, absolute: false })
    .sort()
    .map((file) => ({ query: readFileSync(join(folder, file), 'utf8') }))
}
