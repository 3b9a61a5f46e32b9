import type { TextAround } from '../record/text-around.js'
import { pathOf } from '../text/handle.js'
import type { Span } from '../text/runs.js'
import { paragraphsAround } from '../text/surroundings.js'
import { WINDOW } from '../text/text-window.js'
import { markOf } from './article-statements.js'
import { ArticleText } from './article-text.js'

export interface SurroundingsProps {
  statement: {
    id: string
    anchors: readonly {
      position: Span
      text: { id: string }
      quote: { exact: string; prefix: string; suffix: string }
    }[]
    article: { id: string; title: string; text: { id: string; length: number } }
  }
  /** Null when the newest text has not got the words any more. */
  around: TextAround | null
}

/** The paragraphs around a statement, with its words marked, as they stand in the article's newest text. */
export function Surroundings({ statement, around }: SurroundingsProps) {
  const { anchors, article } = statement
  if (around === null) return <Vanished anchors={anchors} />
  const here = anchors.filter(({ text }) => text.id === article.text.id)
  const shown = paragraphsAround(
    around.segments,
    here.map(({ position }) => position),
  )
  const path = pathOf('articles', { id: article.id, name: article.title })
  const page = article.text.length > WINDOW ? `?at=${shown[0]?.position.start ?? 0}` : ''
  const href = `${path}${page}#${markOf(statement)}`
  const pieces = here.map(({ position }) => ({
    ...position,
    ...{ href, title: 'Read the whole article', mark: null, classes: 'p1 direct sure' },
  }))
  return (
    <div class="around text" dir="auto">
      <ArticleText content={around.content} offset={around.start} segments={shown} pieces={pieces} />
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
