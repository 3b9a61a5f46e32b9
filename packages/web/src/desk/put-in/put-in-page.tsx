import { useRef, useState } from 'preact/hooks'
import { pathOf } from '../../text/handle.js'
import type { TaskProps } from '../session.js'
import { type Put, PutIn } from './put-in.js'

/** Takes articles in, by paste or by file, and tells what has become of each. */
export function PutInPage({ client }: TaskProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [puts, setPuts] = useState<readonly Put[]>([])
  const putting = useRef<PutIn>(null)
  if (client && !putting.current) putting.current = new PutIn(client, setPuts)
  const putIn = putting.current
  if (!putIn) return <p class="message">One moment…</p>
  const take = async (files: Iterable<File>) => {
    for (const file of files) putIn.add({ name: file.name, content: await file.text() })
  }
  return (
    <div class="put-in">
      <h1>Put in</h1>
      <form
        class="panel"
        aria-label="An article"
        onSubmit={(event) => {
          event.preventDefault()
          const content = field.current?.value ?? ''
          if (content.trim() === '' || !field.current) return
          putIn.add({ content })
          field.current.value = ''
        }}
      >
        <label>
          An article: its text, with the title in the first line; or the HTML of its page
          <textarea ref={field} rows={10} required />
        </label>
        <button type="submit">Put it in</button>
      </form>
      <section class="panel" aria-label="Files">
        <label>
          Or files: choose them, or drop them here{' '}
          <input
            type="file"
            multiple
            accept=".txt,.md,.markdown,.html,.htm"
            onChange={(event) => {
              const { currentTarget } = event
              void take([...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
        </label>
      </section>
      <ul class="plain puts" aria-live="polite">
        {puts.map(({ key, name, state, says, article }) => (
          <li key={key}>
            <b>
              {article ? (
                <a href={pathOf('articles', { id: article.id, name: article.title })}>
                  <bdi>{article.title}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
            </b>
            <br />
            <span class={state === 'refused' ? 'problem' : 'faint'}>{says}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
