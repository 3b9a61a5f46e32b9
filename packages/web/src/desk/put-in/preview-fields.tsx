import type { Given, Preview } from './record-calls.js'

interface PreviewFieldsProps {
  preview: Preview
  onCorrect: (fields: Pick<Given, 'title' | 'url' | 'publishedAt'>) => void
}

/**
 * What was read of an article besides its text, to be set right. What stays as it was read is not sent. A field that
 * was typed into keeps what was typed, whatever comes meanwhile of an earlier correction.
 */
export function PreviewFields({
  preview: { title, url, publishedAt, bylines },
  onCorrect,
}: PreviewFieldsProps) {
  const day = publishedAt.earliest !== null && publishedAt.earliest === publishedAt.latest
  return (
    <form class="facts" aria-label="About the article" onSubmit={(event) => event.preventDefault()}>
      <label>
        Title
        <input
          type="text"
          defaultValue={title}
          maxLength={500}
          required
          onChange={({ currentTarget: { value } }) => value.trim() && onCorrect({ title: value })}
        />
      </label>
      <label>
        Address of the page
        <input
          type="url"
          defaultValue={url ?? ''}
          placeholder="https://"
          onChange={({ currentTarget }) =>
            currentTarget.value && currentTarget.reportValidity() && onCorrect({ url: currentTarget.value })
          }
        />
      </label>
      <label>
        Day of publication
        <input
          type="date"
          defaultValue={day ? (publishedAt.earliest ?? '') : ''}
          onChange={({ currentTarget: { value } }) => value && onCorrect({ publishedAt: { edtf: value } })}
        />
        {!day && publishedAt.edtf !== null && <small> read: {publishedAt.edtf}</small>}
      </label>
      {bylines.length > 0 && (
        <p class="faint">
          By <bdi>{bylines.join(', ')}</bdi>
        </p>
      )}
    </form>
  )
}
