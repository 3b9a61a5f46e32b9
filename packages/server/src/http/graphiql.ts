import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphiQLOptions } from 'graphql-yoga'
import { globSync } from 'tinyglobby'

/** Renders the page of GraphiQL. It loads nothing from other servers, so that it works offline. */
export async function renderGraphiQL(options: GraphiQLOptions): Promise<string> {
  // Imported here because it holds 9 MB of script, which a server need not load before somebody opens the page.
  const { renderGraphiQL: render } = await import('@graphql-yoga/render-graphiql')
  return render(options).replace('</head>', `<style>${STYLE}</style></head>`)
}

/** Gives the two dozen tabs a scroll bar, and puts the answer below the query on a narrow screen. */
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

/** Reads the `.graphql` files of a folder as tabs, in the order of their names. */
export function readTabs(folder: string | null): Tab[] {
  if (folder === null) return []
  return globSync('*.graphql', { cwd: folder, absolute: false })
    .sort()
    .map((file) => ({ query: readFileSync(join(folder, file), 'utf8') }))
}
