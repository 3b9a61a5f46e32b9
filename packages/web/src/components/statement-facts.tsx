import type { PageStatement } from '../record/statement.js'
import { dateWords } from '../text/fuzzy-date.js'
import { wordFor } from '../text/kinds.js'
import { percentOf } from '../text/words.js'
import { DateText, PageLink, SpeakerLink } from './links.js'

/** What is known of a statement: when, where and how it was said, how we know who, and what about. */
export function StatementFacts({ statement }: { statement: PageStatement }) {
  const { saidAt, kind, polarity, medium, event, place, topics, references, attributions } = statement
  const others = attributions.slice(1).filter((attribution) => attribution.speaker)
  return (
    <dl class="facts">
      <dt>Said</dt>
      <dd>
        {dateWords(saidAt) ? <DateText date={saidAt} /> : 'on an unknown day'}
        {saidAt.asWritten && (
          <>
            {' '}
            (“<bdi>{saidAt.asWritten}</bdi>”)
          </>
        )}
        {medium === 'UNKNOWN' ? '' : `, ${wordFor(medium)}`}
        {event && (
          <>
            , <PageLink to={event} folder="events" />
          </>
        )}
        {place && (
          <>
            , <bdi>{place.name}</bdi>
          </>
        )}
      </dd>
      <dt>Quoted</dt>
      <dd>
        {wordFor(kind)}
        {polarity === 'AFFIRMED' ? '' : `, ${wordFor(polarity)}`}
      </dd>
      <dt>How we know who</dt>
      <dd>
        <Attribution statement={statement} />
      </dd>
      {others.length > 0 && (
        <>
          <dt>With</dt>
          <dd class="list">
            {others.map(({ speaker, role }) => (
              <span key={speaker?.id}>
                <SpeakerLink speaker={speaker} /> {role === 'RELAYED_BY' ? '(relayed it)' : ''}
              </span>
            ))}
          </dd>
        </>
      )}
      {topics.nodes.length > 0 && (
        <>
          <dt>About</dt>
          <dd class="list">
            {topics.nodes.map((topic) => (
              <PageLink to={topic} folder="topics" key={topic.id} />
            ))}
          </dd>
        </>
      )}
      {references.length > 0 && (
        <>
          <dt>Cites</dt>
          <dd class="list">
            {references.map(({ document: { id, title } }) => (
              <PageLink to={{ id, name: title }} folder="documents" key={id} />
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

function Attribution({
  statement: { attributions, provenance, reviewStatus },
}: {
  statement: PageStatement
}) {
  const [first] = attributions
  const sure = provenance.confidence === null ? '' : `, ${percentOf(provenance.confidence)} % sure`
  return (
    <>
      {first?.asWritten && (
        <>
          “<bdi>{first.asWritten}</bdi>”{first.cue && <> … “{first.cue}”</>},{' '}
        </>
      )}
      {first ? wordFor(first.basis) : 'nobody is named'}; {byWhom(provenance.method)}
      {sure}, <b class={reviewStatus.toLowerCase()}>{wordFor(reviewStatus)}</b>
    </>
  )
}

const byWhom = (method: string): string =>
  ({ RULE: 'found by rules', MODEL: 'found by a model', MANUAL: 'entered by a person', IMPORT: 'imported' })[
    method
  ] ?? wordFor(method)
