import { useEffect, useRef } from 'preact/hooks'
import { pathOf } from '../../text/handle.js'
import { counted } from '../../text/words.js'
import { type Article, canPut } from './article.js'
import { PreviewFields } from './preview-fields.js'
import { PreviewText } from './preview-text.js'
import type { PutIn } from './put-in.js'
import type { Preview } from './record-calls.js'

/** What the record would take of one article, and the decision about it. */
export function PreviewPanel({ article, putIn }: { article: Article; putIn: PutIn }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, name, looking, preview, problem, says, warning } = article
  // Whoever opens it reads on from its title, and Enter puts it in.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="panel preview" aria-label="Preview" aria-busy={looking}>
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{preview?.title ?? name}</bdi>
      </h2>
      {looking && <p role="status">Reading it…</p>}
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {says && (
        <p role="alert" class="problem">
          {says}
        </p>
      )}
      {warning && <p class="warns">{warning}</p>}
      {preview && (
        <>
          {!problem && <Outlook preview={preview} />}
          <PreviewFields preview={preview} onCorrect={(fields) => putIn.correct(key, fields)} key={key} />
          {!problem && <PreviewText preview={preview} key={preview.content} />}
        </>
      )}
      <p class="decide">
        <button type="button" disabled={!canPut(article)} onClick={() => putIn.put([key])}>
          Put it in <kbd>Enter</kbd>
        </button>
        <button type="button" class="quiet" onClick={() => putIn.leave(key)}>
          Leave it out
        </button>
        <button type="button" class="quiet" onClick={() => putIn.close()}>
          Decide later <kbd>Esc</kbd>
        </button>
        {problem && (
          <button type="button" class="quiet" onClick={() => putIn.correct(key, {})}>
            Look at it again
          </button>
        )}
      </p>
    </section>
  )
}

/** What would come of it, and what to look at before. */
function Outlook({ preview }: { preview: Preview }) {
  const { status, article, statements, content, languageCoverage } = preview
  const found = statements.length
  return (
    <>
      <p role="status">
        {found === 0 ? 'No statement was found' : `${counted(found, 'statement')} found`} in{' '}
        {counted(content.length, 'character')} of text.{' '}
        {article && (
          <>
            On record:{' '}
            <a
              href={pathOf('articles', { id: article.id, name: article.title })}
              target="_blank"
              rel="noopener"
            >
              <bdi>{article.title}</bdi>
            </a>
            .
          </>
        )}
      </p>
      {WARNINGS[status] && <p class="warns">{WARNINGS[status]}</p>}
      {found === 0 && (
        <p class="warns">
          Nothing in it would be on record but its text. Is it the whole article, and does anybody say
          something?
        </p>
      )}
      {found > 0 && languageCoverage !== null && languageCoverage !== 'ALL_SPEECH' && (
        <p class="warns">In this language only quotations are looked for, not reported speech.</p>
      )}
    </>
  )
}

const WARNINGS: Readonly<Record<string, string>> = {
  UNCHANGED: 'The record has it already, word for word: nothing would change.',
  UPDATED: 'The record has this article: this would be brought in as its new text or its new facts.',
  HELD: 'It is at most half as long as the text on record. It would not replace that, but wait under “Changed texts” for somebody to decide.',
}
