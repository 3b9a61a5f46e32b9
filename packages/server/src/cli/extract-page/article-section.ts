import type { SegmentKind, StatementDraft } from '@onrecord/extract'
import { html, type Markup } from './html.js'
import type { PageArticle } from './page-article.js'
import { type Piece, runsOf } from './runs.js'
import { type ShownSpeaker, speakersOf } from './speakers-of.js'

const KINDS = { DIRECT: 'direct', MIXED: 'partly quoted', INDIRECT: 'indirect' } as const

/** What the page says of a statement's polarity; nothing of the usual one. */
const POLARITIES = {
  AFFIRMED: null,
  DENIED: 'denied',
  ASKED: 'asked',
  PROMISED: 'promised',
  DEMANDED: 'demanded',
} as const

const NOBODY = 'nobody named'

/** The largest number of code units of a statement's words in the list; the article shows all of them. */
const EXCERPT = 220

/** A statement as the page shows it. */
interface Shown {
  statement: StatementDraft
  speaker: ShownSpeaker
  /** The HTML id of its first highlight; its entry in the list has this id with `-item` after it. */
  id: string
}

/** The section of one article: its text with highlights, and a list of its speakers and statements. */
export function articleSection(article: PageArticle, index: number): Markup {
  const { title, source, extraction } = article
  const speakers = speakersOf(extraction.statements)
  const shown = extraction.statements.map((statement, at): Shown => {
    const speaker = speakers.get(statement.speaker) as ShownSpeaker
    return { statement, speaker, id: `a${index}s${at}` }
  })
  const hasTitle = extraction.segments.some(({ kind }) => kind === 'TITLE')
  return html`<section class="article" id="a${index}" aria-label="${title}">
<article dir="auto">
<p class="source">${source}</p>
${hasTitle ? null : html`<h1>${title}</h1>`}
${paragraphs(article, shown)}
</article>
<aside aria-label="Statements">
<fieldset><legend>Speakers</legend>
${speakers.size > 1 ? html`<label><input type="checkbox" checked class="all">all</label>` : null}
${[...speakers.values()].map(speakerBox)}
</fieldset>
<p class="count" aria-live="polite"><span>${shown.length}</span> of ${shown.length} statements</p>
<ol>
${shown.map((each) => item(article, each))}
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

function paragraphs({ text, extraction }: PageArticle, shown: readonly Shown[]): Markup[] {
  const pieces = shown.flatMap(({ statement }, at) =>
    statement.segments.map(({ start, end }): Piece => ({ start, end, statement: at })),
  )
  const begun = new Set<string>()
  const mark = (words: Markup, piece: Piece): Markup => {
    const { statement, speaker, id } = shown[piece.statement] as Shown
    const classes = `s ${statement.kind.toLowerCase()} ${sureness(statement)} ${speaker.className}`
    // Links and the keyboard lead to the first piece of a statement.
    const handle = begun.has(id) ? null : html` id="${id}" tabindex="0"`
    begun.add(id)
    return html`<mark class="${classes}" data-s="${id}"${handle} title="${summary(statement)}">${words}</mark>`
  }
  return extraction.segments.map((segment) => {
    const marked = runsOf(segment, pieces).map((run) =>
      run.pieces.reduceRight(mark, html`${text.slice(run.start, run.end)}`),
    )
    return TAGS[segment.kind](marked)
  })
}

const speakerBox = ({ name, number, className, statements }: ShownSpeaker) =>
  html`<label><input type="checkbox" checked value="${number}"><span class="dot ${className}"></span><bdi>${name ?? NOBODY}</bdi> <small>${statements}</small></label>\n`

function item({ text }: PageArticle, { statement, speaker, id }: Shown): Markup {
  const { segments, confidence, mention, cue } = statement
  const words = segments.map(({ start, end }) => text.slice(start, end)).join(' […] ')
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).toWellFormed()}…` : words
  const why = [mention === speaker.name ? null : mention, cue].filter(Boolean).join(' · ')
  return html`<li class="${speaker.className}" id="${id}-item" data-s="${id}" data-speaker="${speaker.number}" data-confidence="${percent(confidence)}">
<a href="#${id}" dir="auto">${excerpt}</a>
<p><b><bdi>${speaker.name === null ? NOBODY : namesOf(statement)}</bdi></b>${why ? html` <bdi>(${why})</bdi>` : null} ${howSaid(statement)} ${percent(confidence)} %</p>
</li>
`
}

/** The names of all who say the statement, else the words that mention them. */
const namesOf = ({ speaker, coSpeakers = [], mention }: StatementDraft) =>
  speaker === null ? (mention ?? NOBODY) : [speaker, ...coSpeakers].join(', ')

/** How the words are reported: "indirect", "indirect, denied". */
const howSaid = ({ kind, polarity }: StatementDraft) =>
  [KINDS[kind], POLARITIES[polarity]].filter((word) => word !== null).join(', ')

const summary = (statement: StatementDraft) =>
  `${namesOf(statement)} · ${howSaid(statement)} · ${percent(statement.confidence)} %`

/**
 * A confidence in per cent, rounded down, so that 0.999 does not become 100. The small number that is added corrects
 * products such as 0.58 times 100, which is a little less than 58.
 */
const percent = (confidence: number) => Math.floor(confidence * 100 + 1e-9)

const sureness = ({ confidence }: StatementDraft) =>
  confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'unsure'
