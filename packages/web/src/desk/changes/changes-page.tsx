import { useEffect, useMemo } from 'preact/hooks'
import { counted, countOf } from '../../text/words.js'
import type { TaskProps } from '../session.js'
import { ChangesDesk } from './changes-desk.js'
import { ChangesHelp } from './changes-help.js'
import { onKey } from './changes-keys.js'
import { HeldView } from './held-view.js'
import { VanishedView } from './vanished-view.js'

/** Texts that shrank, and verified statements whose words are gone, to decide on. */
export function ChangesPage({ session, client }: TaskProps) {
  const desk = useMemo(() => client && new ChangesDesk(client, session), [client, session])
  useEffect(() => {
    if (!desk) return
    const press = (event: KeyboardEvent) => onKey(event, desk)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [desk])
  if (!desk) return <p class="message">Reading what changed…</p>
  const { articles, statements } = desk.changed.value ?? {}
  return (
    <div class="changed">
      <h1>Changed texts</h1>
      <p role="status" class="said">
        {desk.said.value}
      </p>
      {desk.failure.value && (
        <p role="alert" class="problem">
          {desk.failure.value}{' '}
          <button type="button" class="quiet" onClick={() => void desk.load()}>
            Try again
          </button>
        </p>
      )}
      {!articles && !desk.failure.value && <p class="message">Reading what changed…</p>}
      {articles && statements && desk.ids.length === 0 && (
        <div class="message">
          <h2>Nothing to decide</h2>
          <p>No text shrank, and the articles have the words of all verified statements.</p>
        </div>
      )}
      {articles && articles.nodes.length > 0 && (
        <section aria-labelledby="held">
          <h2 id="held">Texts that shrank: {countOf(articles.totalCount)}</h2>
          <ul class="plain puts">
            {articles.nodes.map(({ id, title, site, held, text }) => (
              <Line
                desk={desk}
                id={id}
                name={title}
                facts={`${site ? `${site.name} · ` : ''}${counted(text.length, 'character')} on record, ${counted(held?.length ?? 0, 'character')} came in`}
                key={id}
              />
            ))}
          </ul>
        </section>
      )}
      {statements && statements.nodes.length > 0 && (
        <section aria-labelledby="vanished">
          <h2 id="vanished">Words that are gone: {countOf(statements.totalCount)}</h2>
          <ul class="plain puts">
            {statements.nodes.map(({ id, text, speaker, article }) => (
              <Line
                desk={desk}
                id={id}
                name={text}
                facts={`${speaker?.name ?? 'Nobody named'} · ${article.title}`}
                key={id}
              />
            ))}
          </ul>
        </section>
      )}
      {desk.mode.value === 'help' && <ChangesHelp desk={desk} />}
    </div>
  )
}

interface LineProps {
  desk: ChangesDesk
  id: string
  name: string
  facts: string
}

/** One of the lists' entries; the one that is decided on shows all about it. */
function Line({ desk, id, name, facts }: LineProps) {
  const isCurrent = desk.current.value === id
  const opened = isCurrent ? desk.opened.value : null
  return (
    <li>
      <span class="what">
        <button
          type="button"
          class="entry"
          aria-expanded={isCurrent}
          onClick={() => void desk.open(id)}
          dir="auto"
        >
          {name}
        </button>
        <span class="faint">{facts}</span>
      </span>
      {opened?.kind === 'held' && <HeldView desk={desk} held={opened.held} />}
      {opened?.kind === 'vanished' && <VanishedView desk={desk} opened={opened} />}
    </li>
  )
}
