import { createHash } from 'node:crypto'
import { articleSection } from './article-section.js'
import { GENERATOR } from './generator.js'
import { html, type Markup, trusted } from './html.js'
import type { PageArticle } from './page-article.js'
import { SCRIPT } from './script.js'
import { STYLE } from './style.js'

/**
 * Makes one HTML document, complete in itself, that shows articles with their statements highlighted and listed. No
 * code in an article can run: every value is escaped, and the content security policy allows only the page's own style
 * and script, and no network.
 */
export function renderPage(articles: readonly PageArticle[]): string {
  const title = articles.length === 1 ? (articles[0] as PageArticle).title : `${articles.length} articles`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${trusted(GENERATOR)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<title>Who says what: ${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header class="bar">
<p class="name">Who says what</p>
<label class="slider">Confidence from <input type="range" id="least" min="0" max="100" step="5" value="0"> <output id="least-shown">0 %</output></label>
<ul class="kinds" aria-label="Kinds of speech">${KINDS}</ul>
</header>
${articles.length > 1 ? contents(articles) : null}
<main>
${articles.map(articleSection)}
</main>
<footer class="end">Found by ${[...new Set(articles.map(({ extraction }) => extraction.extractor))].join(', ')}; nobody has reviewed it.</footer>
<a class="card" id="card" hidden></a>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`
  return page.source
}

const KINDS = html`<li><span class="s direct">direct</span></li><li><span class="s mixed">partly quoted</span></li><li><span class="s indirect">indirect</span></li><li>paler: less sure</li>`

const contents = (articles: readonly PageArticle[]): Markup => html`<nav aria-label="Articles"><ol>
${articles.map(
  ({ title, extraction }, index) =>
    html`<li><a href="#a${index}">${title}</a> <small>${extraction.statements.length}</small></li>\n`,
)}</ol></nav>`

/** The content security policy. It names style and script by their hashes: https://www.w3.org/TR/CSP3/ */
function policy(): string {
  const hash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`
  return [
    "default-src 'none'",
    `style-src ${hash(STYLE)}`,
    `script-src ${hash(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
