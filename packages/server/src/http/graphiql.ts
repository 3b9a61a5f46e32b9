import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import type { WholeAnswer } from './edge/send-answer.js'
import { FILES, GraphiQLFiles, type PageFacts } from './graphiql-files.js'

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

/**
 * The page of GraphiQL. It loads nothing from other servers, so that it works offline, and its policy allows nothing else.
 *
 * @param tabs the queries to begin with.
 */
export async function graphiqlPage(tabs: readonly Tab[]): Promise<WholeAnswer> {
  const files = await GraphiQLFiles.load()
  const nonce = randomBytes(16).toString('base64')
  // Relative to the page, which a proxy may show under another path.
  const folder = FILES.slice(1)
  const facts: PageFacts = {
    files: folder,
    workers: files.workers,
    nonce,
    options: { title: 'On Record', defaultTabs: tabs },
  }
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyWith(nonce),
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>On Record</title>
<link rel="icon" href="${folder}${files.icon}">
<link rel="stylesheet" href="${folder}${files.style}">
<script id="facts" type="application/json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>
<script defer src="${folder}${files.script}"></script>
</head>
<body id="body" class="no-focus-outline">
<noscript>GraphiQL is a program in JavaScript: allow it, or ask by POST with another client.</noscript>
<div id="root"></div>
</body>
</html>
`,
  }
}

/**
 * Scripts come from this server only. The editor makes style sheets, which carry the nonce, and writes `style` attributes
 * into the HTML of its lines, which nothing but `unsafe-inline` allows.
 */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
