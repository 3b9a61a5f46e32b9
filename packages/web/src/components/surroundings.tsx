import { pathOf } from '../text/handle.js'
import type { Span } from '../text/runs.js'
import { paragraphsAround } from '../text/surroundings.js'
import { ArticleText } from './article-text.js'

export interface SurroundingsProps {
  statement: {
    anchors: readonly {
      position: Span
      text: { id: string }
      quote: { exact: string; prefix: string; suffix: string }
    }[]
    article: {
      id: string
      title: string
      text: { id: string; content: string; segments: readonly { kind: string; position: Span }[] }
    }
  }
}

/** The paragraphs around a statement, with its words marked, as they stand in the article's newest text. */
export function Surroundings({ statement: { anchors, article } }: SurroundingsProps) {
  const { content, segments, id } = article.text
  const here = anchors.filter(({ text }) => text.id === id)
  const href = pathOf('articles', { id: article.id, name: article.title })
  const pieces = here.map(({ position }) => ({
    ...position,
    ...{ href, title: 'Read the whole article', mark: null, classes: 'p1 direct sure' },
  }))
  const shown = paragraphsAround(segments, pieces)
  if (shown.length === 0) return <Vanished anchors={anchors} />
  return (
    <div class="around text" dir="auto">
      <ArticleText content={content} segments={shown} pieces={pieces} />
      <p class="more">
        <a href={href}>The whole article with all its statements</a>
      </p>
    </div>
  )
}

/** The words as an earlier text of the article had them, with what stood directly around them. */
function Vanished({ anchors }: Pick<SurroundingsProps['statement'], 'anchors'>) {
  return (
    <div class="around text" dir="auto">
      <p class="faint">
        The newest text of the article has not got these words any more. An earlier one had:
      </p>
      {anchors.map(({ quote: { prefix, exact, suffix }, position }) => (
        <p key={position.start}>
          …{prefix}
          <mark class="s p1 direct sure">{exact}</mark>
          {suffix}…
        </p>
      ))}
    </div>
  )
}
