import type { SegmentKind, StatementDraft } from '@onrecord/extract'
import { html, type Markup } from './html.js'
import type { PageArticle } from './page-article.js'
import { type Piece, runsOf } from './runs.js'
import type { SpeakerColours } from './speaker-colours.js'

const KINDS = { DIRECT: 'direct', MIXED: 'partly quoted', INDIRECT: 'indirect' } as const

/** Longest words in the list, in code units; the article has the rest. */
const EXCERPT = 220

/** One article with its highlights, and beside it who speaks and what. */
export function articleSection(article: PageArticle, index: number, colours: SpeakerColours): Markup {
  const { title, source, extraction } = article
  const { statements, segments } = extraction
  const hasTitle = segments.some(({ kind }) => kind === 'TITLE')
  return html`<section class="article" id="a${index}" aria-label="${title}">
<article dir="auto">
<p class="source">${source}</p>
${hasTitle ? null : html`<h1>${title}</h1>`}
${paragraphs(article, index, colours)}
</article>
<aside aria-label="Statements">
<fieldset><legend>Speakers</legend>
${speakers(statements, colours)}
</fieldset>
<p class="count" aria-live="polite"><span>${statements.length}</span> of ${statements.length} statements</p>
<ol>
${statements.map((statement, at) => item(article, statement, `a${index}s${at}`, colours))}
</ol>
</aside>
</section>`
}

const TAGS = {
  TITLE: (words) => html`<h1>${words}</h1>\n`,
  BYLINE: (words) => html`<p class="byline">${words}</p>\n`,
  HEADING: (words) => html`<h2>${words}</h2>\n`,
  BODY: (words) => html`<p>${words}</p>\n`,
  BOILERPLATE: (words) => html`<p class="boilerplate">${words}</p>\n`,
} satisfies Record<SegmentKind, (words: Markup[]) => Markup>

function paragraphs({ text, extraction }: PageArticle, index: number, colours: SpeakerColours): Markup[] {
  const { statements, segments } = extraction
  const pieces = statements.flatMap(({ segments }, statement) =>
    segments.map(({ start, end }): Piece => ({ start, end, statement })),
  )
  const begun = new Set<number>()
  const mark = (words: Markup, { statement: at }: Piece): Markup => {
    const statement = statements[at] as StatementDraft
    const id = `a${index}s${at}`
    const classes = `s ${statement.kind.toLowerCase()} ${sureness(statement)} ${colours.classOf(statement.speaker)}`
    // The first piece is what links and the keyboard lead to.
    const handle = begun.has(at) ? null : html` id="${id}" tabindex="0"`
    begun.add(at)
    return html`<mark class="${classes}" data-s="${id}"${handle} title="${summary(statement)}">${words}</mark>`
  }
  return segments.map((segment) => {
    const runs = runsOf(segment, pieces)
    const marked = runs.map((run) => run.pieces.reduceRight(mark, html`${text.slice(run.start, run.end)}`))
    return TAGS[segment.kind](marked)
  })
}

/** One speaker a line, who speaks most first; a box for each to show them or not. */
function speakers(statements: readonly StatementDraft[], colours: SpeakerColours): Markup[] {
  const counts = new Map<string | null, number>()
  for (const { speaker } of statements) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(
      ([speaker, count]) =>
        html`<label><input type="checkbox" checked value="${colours.numberOf(speaker)}"><span class="dot ${colours.classOf(speaker)}"></span><bdi>${speaker ?? 'nobody named'}</bdi> <small>${count}</small></label>\n`,
    )
}

function item({ text }: PageArticle, statement: StatementDraft, id: string, colours: SpeakerColours): Markup {
  const { speaker, segments, confidence, mention, cue } = statement
  const words = segments.map(({ start, end }) => text.slice(start, end)).join(' […] ')
  const why = [mention !== speaker && mention, cue].filter(Boolean).join(' · ')
  return html`<li class="${colours.classOf(speaker)}" data-s="${id}" data-speaker="${colours.numberOf(speaker)}" data-confidence="${percent(confidence)}">
<a href="#${id}" dir="auto">${words.length > EXCERPT ? `${words.slice(0, EXCERPT).toWellFormed()}…` : words}</a>
<p><b><bdi>${speaker ?? 'nobody named'}</bdi></b>${why && html` <bdi>(${why})</bdi>`} ${KINDS[statement.kind]} <span class="percent">${percent(confidence)} %</span></p>
</li>
`
}

const summary = ({ speaker, mention, kind, confidence }: StatementDraft) =>
  `${speaker ?? mention ?? 'nobody named'} · ${KINDS[kind]} · ${percent(confidence)} %`

/** Rounded down: 0.999 is not sure. */
const percent = (confidence: number) => Math.floor(confidence * 100 + 1e-9)

const sureness = ({ confidence }: StatementDraft) =>
  confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'unsure'
