import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { type ExtractedArticle, ExtractedSection } from './components/extracted-section.js'
import { joinedFiles } from './files.js'
import { wordFor } from './text/kinds.js'

export type { ExtractedArticle }

/**
 * Makes one HTML document, complete in itself, that shows articles which are not on record, with their statements
 * highlighted and listed. No code in an article can run: every value is escaped, and the content security policy allows
 * only the page's own style and script, and no network.
 *
 * @param generator the name of the program that makes it, for its head
 */
export function extractionPage(articles: readonly ExtractedArticle[], generator: string): string {
  const style = `${joinedFiles('style')}\n${fileOf('page.css')}`
  const script = fileOf('page.js')
  const [first] = articles
  const title = first && articles.length === 1 ? first.title : `${articles.length} articles`
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="generator" content={generator} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta httpEquiv="Content-Security-Policy" content={policy(style, script)} />
        <title>Who says what: {title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Bar />
        {articles.length > 1 && <Contents articles={articles} />}
        <main>
          {articles.map((article, index) => (
            <ExtractedSection article={article} index={index} key={article.source} />
          ))}
          {/* The script names in it who says what was tapped on a narrow screen. */}
          <a class="card" id="card" href="#a0" hidden>
            The statement in the list
          </a>
        </main>
        <footer class="end">
          <p>
            Found by {[...new Set(articles.map(({ extraction }) => extraction.extractor))].join(', ')}; nobody
            has reviewed it.
          </p>
        </footer>
        <script type="module" dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToString(page)}\n`
}

/** The filter that holds for all articles, and what the lines below highlights mean. */
function Bar() {
  return (
    <header class="bar">
      <p class="name">Who says what</p>
      <label class="slider">
        Confidence from <input type="range" id="least" min="0" max="100" step="5" value="0" />{' '}
        <output id="least-shown">0 %</output>
      </label>
      <ul class="kinds" aria-label="Kinds of speech">
        {['DIRECT', 'MIXED', 'INDIRECT'].map((kind) => (
          <li key={kind}>
            <span class={`s ${kind.toLowerCase()}`}>{wordFor(kind)}</span>
          </li>
        ))}
        <li>paler: less sure</li>
      </ul>
    </header>
  )
}

function Contents({ articles }: { articles: readonly ExtractedArticle[] }) {
  return (
    <nav class="contents" aria-label="Articles">
      <ol>
        {articles.map(({ title, source, extraction }, index) => (
          <li key={source}>
            <a href={`#a${index}`}>{title}</a> <small>{extraction.statements.length}</small>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const fileOf = (name: string): string =>
  readFileSync(new URL(`../files/extraction/${name}`, import.meta.url), 'utf8')

/** The content security policy. It names style and script by their hashes: https://www.w3.org/TR/CSP3/ */
function policy(style: string, script: string): string {
  const hash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
