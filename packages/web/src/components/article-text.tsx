import type { ComponentChildren } from 'preact'
import { runsOf, type Span } from '../text/runs.js'

/** A piece of a statement's words in an article. */
export interface Piece extends Span {
  /** The path of the statement's page. */
  href: string
  /** Who said what how, for a pointer that rests on it. */
  title: string
  /** The HTML id of the statement's first piece; its other pieces have none. */
  mark: string | null
  /** Classes: the kind of speech, how sure it is, the colour of the speaker. */
  classes: string
}

export interface ArticleTextProps {
  content: string
  segments: readonly { kind: string; position: Span }[]
  pieces: readonly Piece[]
}

/** The paragraphs of an article, with the words of its statements highlighted. */
export function ArticleText({ content, segments, pieces }: ArticleTextProps) {
  return (
    <>
      {segments.map(({ kind, position }) => (
        <Paragraph kind={kind} key={position.start}>
          {runsOf(position, pieces).map((run) => (
            <Words
              text={content.slice(run.start, run.end)}
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

/** A run of words in the marks of all statements that it is a part of. The innermost, the shortest, is the link. */
function Words({ text, start, pieces }: { text: string; start: number; pieces: readonly Piece[] }) {
  const innermost = pieces.at(-1)
  if (!innermost) return <>{text}</>
  const begins = innermost.start === start && innermost.mark !== null
  const link = (
    <a href={innermost.href} title={innermost.title} tabIndex={begins ? undefined : -1}>
      {text}
    </a>
  )
  return pieces.reduceRight<ComponentChildren>(
    (inner, { classes, mark, start: from }) => (
      <mark class={`s ${classes}`} id={from === start && mark !== null ? mark : undefined}>
        {inner}
      </mark>
    ),
    link,
  ) as ReturnType<typeof Paragraph>
}

function Paragraph({ kind, children }: { kind: string; children: ComponentChildren }) {
  if (kind === 'TITLE') return <h1>{children}</h1>
  if (kind === 'HEADING') return <h2>{children}</h2>
  if (kind === 'BYLINE') return <p class="byline">{children}</p>
  if (kind === 'BOILERPLATE') return <p class="boilerplate">{children}</p>
  return <p>{children}</p>
}

/** How sure a statement is, for the strength of its highlight. */
export const sureness = (confidence: number | null): string =>
  confidence === null || confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'unsure'
