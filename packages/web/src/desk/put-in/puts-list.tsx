import { pathOf } from '../../text/handle.js'
import { counted } from '../../text/words.js'
import { type Article, isOpen } from './article.js'
import type { PutIn } from './put-in.js'
import type { PutResult } from './record-calls.js'

/** What was given, one line each, and what has become of it. */
export function PutsList({ putIn }: { putIn: PutIn }) {
  const articles = putIn.articles.value
  if (articles.length === 0) return null
  const open = articles.filter(({ state }) => state === 'open')
  const done = articles.filter(({ state }) => state === 'in').length
  const opened = putIn.open.value
  return (
    <section aria-label="What you gave">
      <h2>{counted(articles.length, 'article')}</h2>
      <p class="list-head">
        <span role="status">
          {done > 0 && `${done} of ${articles.length} in.`} {open.length > 0 && `${open.length} to decide.`}
        </span>{' '}
        {open.length > 1 && (
          <button type="button" onClick={() => putIn.put(open.map(({ key }) => key))}>
            Put all {open.length} in
          </button>
        )}
      </p>
      <ul class="plain puts">
        {articles.map((article) => (
          <li key={article.key}>
            <Line article={article} putIn={putIn} isOpened={article.key === opened} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ article, putIn, isOpened }: { article: Article; putIn: PutIn; isOpened: boolean }) {
  const { key, name, state, says, result, preview } = article
  const title = preview?.title ?? name
  return (
    <>
      <span class="what">
        {result ? (
          <a href={pathOf('articles', { id: result.article.id, name: result.article.title })}>
            <bdi>{result.article.title}</bdi>
          </a>
        ) : (
          <bdi>{title}</bdi>
        )}
        <br />
        {result ? (
          <Came result={result} />
        ) : (
          <span class={state === 'refused' ? 'problem' : 'faint'}>
            {says || (isOpened ? 'You look at it.' : 'Not in the record yet.')}
          </span>
        )}
      </span>
      {isOpen(article) && !isOpened && (
        <span class="do">
          <button type="button" class="quiet" aria-label={`Look at ${title}`} onClick={() => putIn.show(key)}>
            Look
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={`Leave out ${title}`}
            onClick={() => putIn.leave(key)}
          >
            Leave out
          </button>
        </span>
      )}
    </>
  )
}

/** What came of an article that was taken. */
function Came({
  result: { status, statementsProposed, statementsVanished, article },
}: {
  result: PutResult
}) {
  if (status === 'UNCHANGED') return <span class="faint">The record has it already, word for word.</span>
  if (status === 'HELD') {
    return (
      <span class="faint">
        Much shorter than the text on record: it waits under <a href="/desk/changes">Changed texts</a>.
      </span>
    )
  }
  const gone = statementsVanished.length
  const proposals = `${statementsProposed} new ${statementsProposed === 1 ? 'proposal' : 'proposals'} to review`
  return (
    <span class="faint">
      {status === 'CREATED' ? 'Is in' : 'Was brought up to date'}:{' '}
      {statementsProposed > 0 ? (
        <a href={`/desk?articleIds=${encodeURIComponent(article.id)}`}>{proposals}</a>
      ) : (
        proposals
      )}
      .
      {gone > 0 && (
        <>
          {' '}
          The new text has not got <a href="/desk/changes">{counted(gone, 'verified statement')}</a> any more.
        </>
      )}
    </span>
  )
}
