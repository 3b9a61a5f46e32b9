import { changedParagraphs } from '../text/changed-paragraphs.js'
import { counted } from '../text/words.js'
import { ComparedWords } from './comparison.js'

/** Most paragraphs that are shown. */
const MOST = 40

/** What changed from one text of an article to another, paragraph by paragraph. */
export function TextChanges({ before, after, heading }: { before: string; after: string; heading: string }) {
  const paragraphs = changedParagraphs(before, after)
  return (
    <section class="changes" aria-label="What changed">
      <h2>{heading}</h2>
      {paragraphs === null && <p>The two texts are too long, or too different, to be compared here.</p>}
      {paragraphs?.length === 0 && <p>Nothing but spaces.</p>}
      {paragraphs?.slice(0, MOST).map((parts, index) => (
        <p key={`${index} ${parts.length}`} dir="auto">
          <ComparedWords parts={parts} />
        </p>
      ))}
      {paragraphs && paragraphs.length > MOST && (
        <p class="faint">{counted(paragraphs.length - MOST, 'more paragraph')} changed, too.</p>
      )}
    </section>
  )
}
