import { useState } from 'preact/hooks'
import { ArticleText, type Piece, sureness } from '../../components/article-text.js'
import { speakerColours } from '../../components/speaker-colours.js'
import { wordFor } from '../../text/kinds.js'
import { counted } from '../../text/words.js'
import type { Preview } from './record-calls.js'

/** Most paragraphs that are shown at once; a whole book would keep the browser busy for long. */
const MOST_SHOWN = 300

/** The text that the record would take, with its statements highlighted by speaker as on the article's page. */
export function PreviewText({ preview }: { preview: Preview }) {
  const [whole, setWhole] = useState(false)
  const { content, segments, statements, title, language } = preview
  const said = statements.map((statement) => {
    const { speakerName: name } = statement
    return { ...statement, speaker: name === null ? null : { id: name, name } }
  })
  const speakers = speakerColours(said)
  const pieces = said.flatMap(({ speaker, kind, confidence, positions }): Piece[] => {
    const colour = speakers.get(speaker?.id ?? null)?.colour ?? 'p0'
    const classes = `${kind.toLowerCase()} ${sureness(confidence)} ${colour}`
    const about = `${speaker?.name ?? 'nobody named'} · ${wordFor(kind)}`
    return positions.map((position) => ({ ...position, classes, title: about, href: null, mark: null }))
  })
  const shown = whole ? segments : segments.slice(0, MOST_SHOWN)
  const left = segments.length - shown.length
  return (
    <>
      {speakers.size > 0 && (
        <ul class="speakers said-by" aria-label="Who says how much">
          {[...speakers.values()].map(({ speaker, colour, statements: count }) => (
            <li key={speaker?.id ?? ''}>
              <span class={`dot ${colour}`} /> <bdi>{speaker?.name ?? 'nobody named'}</bdi>{' '}
              <small>{count}</small>
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section class="text sheet" dir="auto" lang={language ?? undefined} tabIndex={0} aria-label={title}>
        <ArticleText content={content} segments={shown} pieces={pieces} titleLevel={3} />
        {left > 0 && (
          <button type="button" class="quiet" onClick={() => setWhole(true)}>
            Show the other {counted(left, 'paragraph')}
          </button>
        )}
      </section>
    </>
  )
}
