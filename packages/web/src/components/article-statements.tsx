import type { Count, Named } from '../record/shown.js'
import { compactId } from '../text/handle.js'
import { wordFor } from '../text/kinds.js'
import type { Span } from '../text/runs.js'
import { countOf } from '../text/words.js'
import { type Piece, sureness } from './article-text.js'
import { SpeakerLink } from './links.js'
import { MarkedItem } from './marked-item.js'
import { type ColouredSpeaker, speakerColours } from './speaker-colours.js'
import { statementPath } from './statement-card.js'

interface ArticleStatement {
  id: string
  kind: string
  polarity: string
  text: string
  reviewStatus: string
  speaker: Named | null
  provenance: { confidence: number | null }
  anchors: readonly { position: Span; text: { id: string } }[]
}

export interface HighlightedArticle {
  text: { id: string }
  statements: { nodes: readonly ArticleStatement[]; totalCount: Count }
}

type Speakers = ReadonlyMap<string | null, ColouredSpeaker>

/** The pieces of an article's text that its statements are, and the colours of their speakers. */
export function highlightsOf({ text, statements }: HighlightedArticle): {
  pieces: Piece[]
  speakers: Speakers
} {
  const speakers = speakerColours(statements.nodes)
  const pieces = statements.nodes.flatMap((statement) => {
    const { speaker, kind, provenance, anchors } = statement
    const sure = statement.reviewStatus === 'VERIFIED' ? 'sure' : sureness(provenance.confidence)
    const classes = `${kind.toLowerCase()} ${sure} ${colourOf(speakers, speaker)}`
    const title = `${speaker?.name ?? 'nobody named'} · ${howSaid(statement)}`
    return anchors
      .filter((anchor) => anchor.text.id === text.id)
      .map(({ position }, index) => ({
        ...position,
        ...{ classes, title, href: statementPath(statement), mark: index === 0 ? markOf(statement) : null },
      }))
  })
  return { pieces, speakers }
}

/** The speakers of an article and its statements, in the colours of their highlights. */
export function ArticleStatements({
  article,
  speakers,
}: {
  article: HighlightedArticle
  speakers: Speakers
}) {
  const { nodes, totalCount } = article.statements
  return (
    <>
      <h2>
        Who says what <small>{countOf(totalCount)}</small>
      </h2>
      <ul class="speakers">
        {[...speakers.values()].map(({ speaker, colour, statements }) => (
          <li key={speaker?.id ?? ''}>
            <span class={`dot ${colour}`} /> <SpeakerLink speaker={speaker} /> <small>{statements}</small>
          </li>
        ))}
      </ul>
      <ol class="marked">
        {nodes.map((statement) => (
          <MarkedItem
            class={colourOf(speakers, statement.speaker)}
            mark={markOf(statement)}
            text={statement.text}
            name={statement.speaker?.name ?? 'nobody named'}
            key={statement.id}
          >
            {howSaid(statement)} <a href={statementPath(statement)}>Its page</a>
          </MarkedItem>
        ))}
      </ol>
    </>
  )
}

/** The HTML id of a statement's first words in the text of its article. */
export const markOf = ({ id }: { id: string }): string => `s-${compactId(id)}`

const colourOf = (speakers: Speakers, speaker: Named | null): string =>
  speakers.get(speaker?.id ?? null)?.colour ?? 'p0'

/** How the words are reported: "reported", "reported, denied", and that a person has verified them. */
const howSaid = ({ kind, polarity, reviewStatus }: ArticleStatement): string =>
  [
    kind,
    ...(polarity === 'AFFIRMED' ? [] : [polarity]),
    ...(reviewStatus === 'PROPOSED' ? [] : [reviewStatus]),
  ]
    .map(wordFor)
    .join(', ')
