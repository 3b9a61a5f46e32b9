import { wordFor } from '../text/kinds.js'
import type { Span } from '../text/runs.js'
import { percentOf } from '../text/words.js'
import { ArticleText, type Piece, sureness } from './article-text.js'
import { MarkedItem } from './marked-item.js'
import { type ColouredSpeaker, speakerColours } from './speaker-colours.js'

/** What is shown of a statement that an extractor has found. */
interface ExtractedStatement {
  /** The pieces of its words, in order. */
  segments: readonly Span[]
  kind: string
  polarity: string
  speaker: string | null
  coSpeakers?: readonly string[]
  mention: string | null
  cue: string | null
  confidence: number
}

/** An article and what an extractor has found in it. */
export interface ExtractedArticle {
  title: string
  /** The path that it was read from. */
  source: string
  text: string
  extraction: {
    language?: string | null
    extractor: string
    segments: readonly (Span & { kind: string })[]
    statements: readonly ExtractedStatement[]
  }
}

/** A statement with all that its highlights and its entry in the list have in common. */
interface Shown {
  statement: ExtractedStatement
  /** The HTML id of its first highlight; its entry in the list has this id with `-item` after it. */
  id: string
  colour: string
  /** The number of its speaker among those of the article. */
  speaker: number
}

const NOBODY = 'nobody named'

/** The section of one article that is not on record: its text with highlights, its speakers and its statements. */
export function ExtractedSection({ article, index }: { article: ExtractedArticle; index: number }) {
  const { title, source, text, extraction } = article
  const { segments, statements, language } = extraction
  const speakers = speakerColours(
    statements.map(({ speaker: name }) => ({ speaker: name === null ? null : { id: name, name } })),
  )
  const names = [...speakers.keys()]
  const shown = statements.map((statement, at): Shown => {
    const { colour = 'p0' } = speakers.get(statement.speaker) ?? {}
    return { statement, id: `a${index}s${at}`, colour, speaker: names.indexOf(statement.speaker) }
  })
  const paragraphs = segments.map(({ kind, ...position }) => ({ kind, position }))
  return (
    <section class="article" id={`a${index}`} aria-label={title}>
      <article class="text" dir="auto" lang={language ?? undefined}>
        <p class="source">{source}</p>
        {!segments.some(({ kind }) => kind === 'TITLE') && <h1>{title}</h1>}
        <ArticleText content={text} segments={paragraphs} pieces={shown.flatMap(piecesOf)} />
      </article>
      <aside aria-label={`Statements of ${title}`}>
        <h2>Who says what</h2>
        <SpeakerBoxes speakers={[...speakers.values()]} />
        <p class="count" aria-live="polite">
          <span>{shown.length}</span> of {shown.length} statements
        </p>
        <ol class="marked">
          {shown.map((each) => (
            <Item text={text} shown={each} key={each.id} />
          ))}
        </ol>
      </aside>
    </section>
  )
}

function piecesOf({ statement, id, colour }: Shown): Piece[] {
  const { segments, kind, confidence } = statement
  const classes = `${kind.toLowerCase()} ${sureness(confidence)} ${colour}`
  const title = `${namesOf(statement)} · ${howSaid(statement)} · ${percentOf(confidence)} %`
  return segments.map((position, index) => ({
    ...position,
    ...{ classes, title, href: null, statement: id, mark: index === 0 ? id : null },
  }))
}

/** The speakers, each with a box that shows or hides what they say. */
function SpeakerBoxes({ speakers }: { speakers: readonly ColouredSpeaker[] }) {
  return (
    <fieldset class="speakers">
      <legend class="hidden">Speakers</legend>
      {speakers.length > 1 && (
        <label>
          <input type="checkbox" checked class="all" />
          all
        </label>
      )}
      {speakers.map(({ speaker, colour, statements }, index) => (
        <label key={speaker?.id ?? ''}>
          <input type="checkbox" checked value={index} />
          <span class={`dot ${colour}`} />
          <bdi>{speaker?.name ?? NOBODY}</bdi> <small>{statements}</small>
        </label>
      ))}
    </fieldset>
  )
}

function Item({ text, shown: { statement, id, colour, speaker } }: { text: string; shown: Shown }) {
  const { segments, confidence, mention, cue } = statement
  const why = [mention === statement.speaker ? null : mention, cue].filter(Boolean).join(' · ')
  const percent = percentOf(confidence)
  return (
    <MarkedItem
      class={colour}
      id={`${id}-item`}
      data-s={id}
      data-speaker={speaker}
      data-confidence={percent}
      mark={id}
      text={segments.map(({ start, end }) => text.slice(start, end)).join(' […] ')}
      name={statement.speaker === null ? NOBODY : namesOf(statement)}
    >
      {why && <bdi>({why})</bdi>} {howSaid(statement)} {percent} %
    </MarkedItem>
  )
}

/** The names of all who say the statement, else the words that mention them. */
const namesOf = ({ speaker, coSpeakers = [], mention }: ExtractedStatement): string =>
  speaker === null ? (mention ?? NOBODY) : [speaker, ...coSpeakers].join(', ')

/** How the words are reported: "reported", "reported, denied". */
const howSaid = ({ kind, polarity }: ExtractedStatement): string =>
  [kind, ...(polarity === 'AFFIRMED' ? [] : [polarity])].map(wordFor).join(', ')
