import { pathOf } from '../../text/handle.js'
import { wordFor } from '../../text/kinds.js'
import { holderOf } from './claims.js'
import { Context } from './context.js'
import type { Item } from './queue.js'
import type { ReviewView } from './review-view.js'

/** One statement in its context, with what is claimed of it. */
export function ProposalView({ item, view }: { item: Item; view: ReviewView }) {
  const { proposal, state, decision } = item
  const { article, speaker, attributions, provenance, kind, topics } = proposal
  const [first] = attributions
  const holder = holderOf(item)
  return (
    <article class="proposal" aria-label="The statement">
      <header>
        <h2>
          <bdi>{speaker?.name ?? 'Nobody named'}</bdi>
          {attributions.slice(1).map((other) => (
            <small key={other.speaker?.id}>
              {' '}
              {other.role === 'RELAYED_BY' ? 'relayed by' : 'with'}{' '}
              <bdi>{other.speaker?.name ?? 'nobody named'}</bdi>
            </small>
          ))}
        </h2>
        <p class="by">
          {first?.asWritten && (
            <>
              “<bdi>{first.asWritten}</bdi>”
              {first.cue && (
                <>
                  {' '}
                  … “<bdi>{first.cue}</bdi>”
                </>
              )}
              ,{' '}
            </>
          )}
          {first ? wordFor(first.basis) : 'attributed to nobody'} · {wordFor(kind)}
          {provenance.confidence !== null && <> · {Math.floor(provenance.confidence * 100 + 1e-9)} % sure</>}
          {state !== 'open' && (
            <>
              {' '}
              · <b class="tag">{decision}</b>
            </>
          )}
        </p>
      </header>
      <Context
        proposal={proposal}
        text={view.desk.queue.texts.value.get(article.id)}
        whole={view.whole.value}
        editor={view.words.value}
      />
      <footer class="source">
        <a href={pathOf('articles', { id: article.id, name: article.title })} target="_blank" rel="noopener">
          <bdi>{article.title}</bdi>
        </a>
        {article.site && (
          <>
            , <bdi>{article.site.name}</bdi>
          </>
        )}
        {topics.nodes.length > 0 && <> · about {topics.nodes.map(({ name }) => name).join(', ')}</>}
        {holder && (
          <>
            {' '}
            · <b class="tag">claimed by {holder}</b>
          </>
        )}
      </footer>
      <Notes item={item} />
      <History view={view} id={proposal.id} />
    </article>
  )
}

function Notes({ item: { proposal } }: { item: Item }) {
  const notes = proposal.notes.nodes.filter(({ text }) => text !== null)
  if (notes.length === 0) return null
  return (
    <ul class="notes" aria-label="Notes">
      {notes.map(({ id, author, text, createdAt }) => (
        <li key={id}>
          <b>{author}</b>, <time dateTime={createdAt}>{createdAt.slice(0, 10)}</time>: <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  )
}

function History({ view, id }: { view: ReviewView; id: string }) {
  const history = view.history.value
  if (history?.id !== id) return null
  return (
    <section class="history" aria-label="History">
      <h3>Who did what</h3>
      <ol>
        {history.revisions.map(({ version, action, actor, origin, at, note }) => (
          <li key={version}>
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>: {wordFor(action)} by{' '}
            <b>{actor}</b> ({wordFor(origin)}){note && <>: {note}</>}
          </li>
        ))}
      </ol>
    </section>
  )
}
