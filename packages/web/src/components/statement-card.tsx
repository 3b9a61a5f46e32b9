import type { CardStatement } from '../record/shown.js'
import { dateWords, type ShownDate } from '../text/fuzzy-date.js'
import { pathOf } from '../text/handle.js'
import { wordFor } from '../text/kinds.js'
import { runsOf, type Span } from '../text/runs.js'
import { shorten } from '../text/words.js'
import { ArticleCitation, DateText, SpeakerLink } from './links.js'

/** Most characters of a statement's words in a list; its page shows all of them. */
const EXCERPT = 600

export interface StatementCardProps {
  statement: CardStatement
  /** A piece of its words with what was found in it, in place of their beginning. */
  excerpt?: { text: string; found: readonly Span[] } | undefined
  /** Whether it stands in a list of one speaker, who need not be named again. */
  withoutSpeaker?: boolean
}

/** A statement in a list: its words, who said them, when, and in which article. */
export function StatementCard({ statement, excerpt, withoutSpeaker }: StatementCardProps) {
  const { speaker, saidAt, article, reviewStatus, kind } = statement
  return (
    <li class="statement">
      <blockquote dir="auto">
        <a href={statementPath(statement)}>
          {excerpt ? <Found {...excerpt} /> : shorten(statement.text, EXCERPT)}
        </a>
      </blockquote>
      <p class="by">
        {!withoutSpeaker && (
          <b>
            <SpeakerLink speaker={speaker} />
          </b>
        )}{' '}
        {tellsMore(saidAt, article.publishedAt) && <DateText date={saidAt} />}{' '}
        <span class="tag">{wordFor(kind)}</span>{' '}
        {reviewStatus === 'PROPOSED' ? null : (
          <span class={`tag ${reviewStatus.toLowerCase()}`}>{wordFor(reviewStatus)}</span>
        )}
      </p>
      <p class="source">
        <ArticleCitation article={article} />
      </p>
    </li>
  )
}

/** Whether the day of a statement says more than that it was said before the article was published. */
const tellsMore = (said: ShownDate, published: ShownDate): boolean =>
  dateWords(said) !== null && (said.earliest !== null || said.latest !== published.earliest)

/** The path of a statement's page, with who said it and how it begins. */
export const statementPath = ({
  id,
  speaker,
  text,
}: Pick<CardStatement, 'id' | 'speaker' | 'text'>): string =>
  pathOf('statements', { id, name: `${speaker?.name ?? ''} ${shorten(text, 80)}` })

/** A list of statements; nothing when there are none. */
export function StatementList({
  statements,
  ...rest
}: {
  statements: readonly CardStatement[]
  withoutSpeaker?: boolean
}) {
  if (statements.length === 0) return null
  return (
    <ol class="statements">
      {statements.map((statement) => (
        <StatementCard statement={statement} key={statement.id} {...rest} />
      ))}
    </ol>
  )
}

/** A text with what was found in it marked. */
export function Found({ text, found }: { text: string; found: readonly Span[] }) {
  return (
    <>
      {runsOf({ start: 0, end: text.length }, found).map(({ start, end, pieces }) => {
        const words = text.slice(start, end)
        return pieces.length > 0 ? (
          <mark class="found" key={start}>
            {words}
          </mark>
        ) : (
          words
        )
      })}
    </>
  )
}
