import type { ComponentChildren } from 'preact'
import { runsOf, type Span } from '../text/runs.js'

/** A piece of a statement's words in an article. */
export interface Piece extends Span {
  /** The path of the statement's page; null while it has none. */
  href: string | null
  /** Who said what how, for a pointer that rests on it. */
  title: string
  /** The HTML id of the statement's first piece; its other pieces have none. */
  mark: string | null
  /** The name of its statement, by which a script finds all of its pieces. */
  statement?: string
  /** Classes: the kind of speech, how sure it is, the colour of the speaker. */
  classes: string
}

export interface ArticleTextProps {
  content: string
  /** The place at which `content` begins in the text, in which all positions count. Default: 0. */
  offset?: number
  segments: readonly { kind: string; position: Span }[]
  pieces: readonly Piece[]
  /** The level of the heading that the title is: 1 on the page of the article, 3 where it stands below others. */
  titleLevel?: 1 | 3
}

/** The paragraphs of an article, with the words of its statements highlighted. */
export function ArticleText({ content, offset = 0, segments, pieces, titleLevel = 1 }: ArticleTextProps) {
  return (
    <>
      {segments.map(({ kind, position }) => (
        <Paragraph kind={kind} titleLevel={titleLevel} key={position.start}>
          {runsOf(position, pieces).map((run) => (
            <Words
              text={content.slice(run.start - offset, run.end - offset)}
              start={run.start}
              pieces={run.pieces}
              key={run.start}
            />
          ))}
        </Paragraph>
      ))}
    </>
  )
}

/**
 * A run of words in the marks of all statements that it is a part of. The innermost, the shortest, is the link; where
 * statements have no pages, the keyboard reaches the beginning of each mark that has an id.
 */
function Words({ text, start, pieces }: { text: string; start: number; pieces: readonly Piece[] }) {
  const innermost = pieces.at(-1)
  if (!innermost) return <>{text}</>
  const begins = innermost.start === start && innermost.mark !== null
  const link: ComponentChildren =
    innermost.href === null ? (
      text
    ) : (
      <a href={innermost.href} title={innermost.title} tabIndex={begins ? undefined : -1}>
        {text}
      </a>
    )
  return pieces.reduceRight<ComponentChildren>(
    (inner, { classes, mark, statement, href, title, start: from }) => {
      const id = from === start && mark !== null ? mark : undefined
      return (
        <mark
          class={`s ${classes}`}
          id={id}
          data-s={statement}
          title={href === null ? title : undefined}
          tabIndex={href === null && id !== undefined ? 0 : undefined}
        >
          {inner}
        </mark>
      )
    },
    link,
  ) as ReturnType<typeof Paragraph>
}

interface ParagraphProps {
  kind: string
  titleLevel: 1 | 3
  children: ComponentChildren
}

function Paragraph({ kind, titleLevel, children }: ParagraphProps) {
  if (kind === 'TITLE') return titleLevel === 1 ? <h1>{children}</h1> : <h3>{children}</h3>
  if (kind === 'HEADING') return titleLevel === 1 ? <h2>{children}</h2> : <h4>{children}</h4>
  if (kind === 'BYLINE') return <p class="byline">{children}</p>
  if (kind === 'BOILERPLATE') return <p class="boilerplate">{children}</p>
  return <p>{children}</p>
}

/** How sure a statement is, for the strength of its highlight. */
export const sureness = (confidence: number | null): string =>
  confidence === null || confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'unsure'
