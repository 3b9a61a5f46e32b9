import { createHash } from 'node:crypto'
import type { WholeAnswer } from './send-answer.js'

const STYLE = `
:root { color-scheme: light dark }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 12vh auto 4rem; padding: 0 1.5rem }
h1 { font-size: 1.6rem; margin: 0 0 .5rem }
pre { overflow-x: auto; padding: 1rem; background: #8881; border-radius: .4rem }
`

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const page = (status: number, title: string, content: string): WholeAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${content}
</body>
</html>
`,
})

const ANY_OPERATION = `<pre><code>curl -s https://…/graphql -H 'content-type: application/json' \\
  -d '{"query":"{ statements(first: 3) { nodes { text speaker { name } } } }"}'</code></pre>`

const LISTED_OPERATIONS = `<p>It runs the operations of its operator’s list, and no other.</p>`

/**
 * The page for people who open the address of a service in a browser while GraphiQL is off.
 *
 * @param closed whether the service runs the operations of a list only.
 */
export const welcomePage = (closed: boolean): WholeAnswer =>
  page(
    200,
    'On Record',
    `<h1>On Record</h1>
<p>This is a public record of who said what, where and about what, for programs to query. It speaks GraphQL at
<code>/graphql</code>, by <code>POST</code> with JSON.</p>
${closed ? LISTED_OPERATIONS : ANY_OPERATION}
<p>How to ask is written in the <a href="https://github.com/onrecord/onrecord/tree/main/docs">documentation</a>. Programs in
TypeScript use <a href="https://www.npmjs.com/package/@onrecord/sdk"><code>@onrecord/sdk</code></a>. Whether the service is
well stands at <a href="/health/ready"><code>/health/ready</code></a>.</p>`,
  )

/** The page for people who follow a wrong link. */
export const notFoundPage = (): WholeAnswer =>
  page(
    404,
    'Nothing here · On Record',
    `<h1>Nothing here</h1>
<p>This address has no page. The record is at <a href="/"><code>/</code></a>; programs ask at <code>/graphql</code>.</p>`,
  )
