import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks'
import { counted } from '../../text/words.js'
import { hindranceSays } from '../failure.js'
import type { TaskProps } from '../session.js'
import { canPut } from './article.js'
import { PreviewPanel } from './preview-panel.js'
import { PutIn } from './put-in.js'
import { PutsList } from './puts-list.js'
import { useDrop } from './use-drop.js'

/** Takes articles in, by paste or by file: each can be looked at before, and nothing is put in by itself. */
export function PutInPage({ client }: TaskProps) {
  const putIn = useMemo(() => client && new PutIn(client), [client])
  return putIn ? <PutInDesk putIn={putIn} /> : <p class="message">One moment…</p>
}

function PutInDesk({ putIn }: { putIn: PutIn }) {
  const take = useCallback((files: readonly File[]) => void putIn.take(files), [putIn])
  const dragging = useDrop(take)
  useEffect(() => listen(putIn), [putIn])
  const opened = putIn.find(putIn.open.value)
  return (
    <div class="put-in">
      <h1>Put in</h1>
      {!opened && <Giving putIn={putIn} take={take} />}
      <Hindrance putIn={putIn} />
      {opened && <PreviewPanel article={opened} putIn={putIn} key={opened.key} />}
      <PutsList putIn={putIn} />
      {dragging && <p class="drop">Drop the files here. Nothing is put in before you say so.</p>}
    </div>
  )
}

function Giving({ putIn, take }: { putIn: PutIn; take: (files: readonly File[]) => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  // Whoever has decided about one article pastes the next.
  useEffect(() => field.current?.focus(), [])
  const submit = () => {
    const content = field.current?.value ?? ''
    if (content.trim() !== '') putIn.paste(content)
  }
  return (
    <form
      class="panel"
      aria-label="An article"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label>
        Paste an article: its text, with the title in the first line; or the HTML of its page
        <textarea
          ref={field}
          rows={10}
          required
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
            event.preventDefault()
            // Else the same press would put in what it opens.
            event.stopPropagation()
            submit()
          }}
        />
      </label>
      <p>
        <button type="submit">
          Look at it <kbd>Ctrl Enter</kbd>
        </button>
      </p>
      <label>
        Or choose files of text, Markdown or HTML; or drop them anywhere on this page{' '}
        <input
          type="file"
          multiple
          accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml"
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </label>
    </form>
  )
}

function Hindrance({ putIn }: { putIn: PutIn }) {
  const hindrance = putIn.hindrance.value
  if (!hindrance) return null
  const waiting = counted(putIn.articles.value.filter(({ state }) => state === 'going').length, 'article')
  return (
    <p role="alert" class="problem">
      {hindrance === 'signed-out' ? (
        <>
          {hindranceSays(hindrance)} {waiting} to put in:{' '}
          <a href="/desk/sign-in" target="_blank" rel="noopener">
            sign in again
          </a>{' '}
          in another tab, then{' '}
        </>
      ) : (
        <>
          {hindranceSays(hindrance)} {waiting} to put in as soon as it is back: leave this page open, or{' '}
        </>
      )}
      <button type="button" class="quiet" onClick={() => putIn.hurry()}>
        try again
      </button>
      .
    </p>
  )
}

/** Follows the keys, the network, and somebody who goes away while something is not in the record yet. */
function listen(putIn: PutIn): () => void {
  const end = new AbortController()
  const { signal } = end
  document.addEventListener('keydown', (event) => onKey(event, putIn), { signal })
  addEventListener('online', () => putIn.hurry(), { signal })
  addEventListener(
    'beforeunload',
    (event) => {
      if (putIn.articles.value.some(({ state }) => state === 'going' || state === 'open'))
        event.preventDefault()
    },
    { signal },
  )
  return () => end.abort()
}

function onKey(event: KeyboardEvent, putIn: PutIn): void {
  const opened = putIn.find(putIn.open.value)
  if (!opened || event.repeat || event.isComposing) return
  if (event.key === 'Escape') putIn.close()
  if (event.key !== 'Enter') return
  const { target } = event
  const inControl = target instanceof Element && target.closest('input, textarea, a, button') !== null
  if (inControl && !event.ctrlKey && !event.metaKey) return
  event.preventDefault()
  // A field tells what was typed when it is left: that is looked at first.
  if (target instanceof HTMLInputElement) target.blur()
  const article = putIn.find(opened.key)
  if (article && canPut(article)) putIn.put([article.key])
}
