import { ArticleCitation, DateText, Outgoing, PageLink, SpeakerLink } from '../components/links.js'
import { StatementList, statementPath } from '../components/statement-card.js'
import { StatementHistory } from '../components/statement-history.js'
import { Surroundings } from '../components/surroundings.js'
import { type PageStatement, statementForPage } from '../record/statement.js'
import { dateWords } from '../text/fuzzy-date.js'
import { FOLDERS, idIn } from '../text/handle.js'
import { wordFor } from '../text/kinds.js'
import { withTextFragment } from '../text/text-fragment.js'
import { shorten } from '../text/words.js'
import { movedFrom, type PageRequest, type PageResult } from './page.js'

/** The permanent page of one statement. */
export async function statementPage(request: PageRequest, handle: string): Promise<PageResult> {
  const id = idIn(handle, FOLDERS.statements)
  const statement = id && (await statementForPage(request.client, id))
  if (!statement) return null
  const path = statementPath(statement)
  const moved = movedFrom(request.url, path)
  if (moved) return moved
  const { speaker, text, article } = statement
  return {
    title: `${speaker?.name ?? 'Somebody'}: ${shorten(text, 80)}`,
    description: `${speaker?.name ?? 'Somebody not named'}, in ${article.title}${article.site ? ` (${article.site.name})` : ''}: ${shorten(text, 200)}`,
    path,
    kind: 'article',
    content: <StatementContent statement={statement} />,
  }
}

function StatementContent({ statement }: { statement: PageStatement }) {
  const { article, speaker, text, utterance, id } = statement
  const others = utterance?.statements.nodes.filter((other) => other.id !== id) ?? []
  return (
    <article class="one">
      <h1 class="hidden">
        A statement of <bdi>{speaker?.name ?? 'somebody not named'}</bdi>
      </h1>
      <figure class="quotation">
        <blockquote dir="auto">{text}</blockquote>
        <figcaption>
          <b>
            <SpeakerLink speaker={speaker} />
          </b>
          <Office statement={statement} />
          <br />
          <ArticleCitation article={article} />
        </figcaption>
      </figure>
      <p class="actions">
        <Original statement={statement} />
      </p>
      <Facts statement={statement} />
      <section>
        <h2>Where it stands</h2>
        <Surroundings statement={statement} />
      </section>
      {others.length > 0 && (
        <section>
          <h2>Other reports of the same words</h2>
          <StatementList statements={others} />
        </section>
      )}
      <StatementHistory statement={statement} />
    </article>
  )
}

/** The link that lands on the words in the original. */
function Original({ statement: { article, anchors } }: { statement: PageStatement }) {
  const exact = anchors[0]?.quote.exact
  if (!article.url || !exact) return null
  return (
    <Outgoing class="button" href={withTextFragment(article.url, exact)}>
      Read it in the original
    </Outgoing>
  )
}

function Office({ statement }: { statement: PageStatement }) {
  const { role, organization } = statement.attributions[0]?.affiliation ?? {}
  const words = [role, organization?.name].filter(Boolean).join(', ')
  return words ? <span class="faint"> ({words})</span> : null
}

function Facts({ statement }: { statement: PageStatement }) {
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
  const sure =
    provenance.confidence === null ? '' : `, ${Math.floor(provenance.confidence * 100 + 1e-9)} % sure`
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
