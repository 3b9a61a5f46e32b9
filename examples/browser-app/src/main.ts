import '@picocss/pico/css/pico.classless.min.css'
import { barY, groupX, plot, textY } from '@observablehq/plot'
import { createClient, listStatements, OnRecordError, type StatementFieldsFragment } from '@onrecord/sdk'
import { html, nothing, render } from 'lit'

const client = createClient({ url: `${location.origin}/graphql` })
const words = new URLSearchParams(location.search).get('q') ?? ''
document.querySelector('input')?.setAttribute('value', words)
const main = document.querySelector('main') as HTMLElement

function timeline(statements: StatementFieldsFragment[]) {
  const days = statements.flatMap(({ saidAt }) => (saidAt.latest ? [new Date(saidAt.latest)] : []))
  const counts = textY(days, groupX({ y: 'count', text: 'count' }, { dy: -8 }))
  const marks = [barY(days, groupX({ y: 'count' }, { fill: 'var(--pico-primary)' })), counts]
  const scales = { x: { interval: 'month', label: null }, y: { axis: null } } as const
  const size = { width: main.clientWidth, height: 160, margin: 20, marginBottom: 40 }
  return plot({ marks, ...scales, ...size, ariaLabel: 'Statements by month' })
}

function statement({ anchors, speaker, saidAt, article }: StatementFieldsFragment) {
  const marked = anchors.map(({ quote }, part) => html`${part ? ' […] ' : ''}<mark>${quote.exact}</mark>`)
  return html`<article>
    <blockquote>…${anchors[0]?.quote.prefix}${marked}${anchors.at(-1)?.quote.suffix}…</blockquote>
    <strong>${speaker?.name ?? 'Nobody named'}</strong> ${saidAt.edtf?.replace('../', 'by ') ?? 'undated'},
    in <a href=${article.url ?? nothing}>${article.title}</a>, ${article.site?.name ?? 'unknown site'}
  </article>`
}

try {
  const filter = words ? { text: words } : {}
  const found = await Array.fromAsync(listStatements(client, { filter, first: 100 }, { limit: 300 }))
  const count = `${found.length === 300 ? 'The latest 300' : found.length} statement${found.length === 1 ? '' : 's'}`
  render([html`<p role="status">${count}</p>`, timeline(found), found.slice(0, 20).map(statement)], main)
} catch (error) {
  if (!(error instanceof OnRecordError)) throw error
  render(html`<p role="alert">${error.message}</p>`, main)
} finally {
  main.ariaBusy = 'false'
}
