import { pathOf } from '../../text/handle.js'
import { wordFor } from '../../text/kinds.js'
import { percentOf } from '../../text/words.js'
import { claimOn } from './claims.js'
import { Context } from './context.js'
import { History } from './history-panel.js'
import { Notes } from './note-list.js'
import type { Item } from './queue.js'
import type { ReviewView } from './review-view.js'

/** One statement in its context, with what is claimed of it. */
export function ProposalView({ item, view }: { item: Item; view: ReviewView }) {
  const { proposal, state, decision } = item
  const { article, speaker, attributions, provenance, kind, topics } = proposal
  const [first] = attributions
  const holder = claimOn(item)?.holder
  return (
    <article class="proposal" aria-label="The statement">
      <header>
        <h2>
          {speaker ? <SpeakerLink speaker={speaker} mayEdit={view.mayEdit} /> : 'Nobody named'}
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
          {provenance.confidence !== null && <> · {percentOf(provenance.confidence)} % sure</>}
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
        {speaker && view.mayEdit && (
          <>
            {' '}
            ·{' '}
            <a href={pathOf('speakers', speaker)} target="_blank" rel="noopener">
              page of <bdi>{speaker.name}</bdi>
            </a>
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
      <Notes item={item} desk={view.desk} />
      <History view={view} id={proposal.id} />
    </article>
  )
}

/** The name of a speaker: whoever may edit goes to what can be changed of them, everybody else to the page for readers. */
function SpeakerLink({ speaker, mayEdit }: { speaker: { id: string; name: string }; mayEdit: boolean }) {
  const path = mayEdit ? `/desk/speakers?id=${encodeURIComponent(speaker.id)}` : pathOf('speakers', speaker)
  return (
    <a href={path} target="_blank" rel="noopener">
      <bdi>{speaker.name}</bdi>
    </a>
  )
}
