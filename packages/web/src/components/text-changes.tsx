import { changedParagraphs } from '../text/changed-paragraphs.js'
import { dayWords } from '../text/fuzzy-date.js'
import { ComparedWords } from './comparison.js'

/** What changed from an earlier text of an article to its newest one, paragraph by paragraph. */
export function TextChanges({
  before,
  after,
  capturedAt,
}: {
  before: string
  after: string
  capturedAt: string
}) {
  const paragraphs = changedParagraphs(before, after)
  return (
    <section class="changes" aria-label="What changed">
      <h2>What changed since {dayWords(capturedAt)}</h2>
      {paragraphs === null && <p>The two texts are too different to be compared here.</p>}
      {paragraphs?.length === 0 && <p>Nothing but spaces.</p>}
      {paragraphs?.map((parts, index) => (
        <p key={`${index} ${parts.length}`} dir="auto">
          <ComparedWords parts={parts} />
        </p>
      ))}
    </section>
  )
}
