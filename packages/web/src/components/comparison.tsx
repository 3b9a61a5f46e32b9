import { type Compared, compareWords } from '../text/compare-words.js'
import { counted } from '../text/words.js'

/** The words of the record and of a quotation, word by word, and in a sentence how they differ. */
export function Comparison({ record, quotation }: { record: string; quotation: string }) {
  const compared = compareWords(record, quotation)
  return (
    <>
      <p class="verdict">{verdictOn(compared)}</p>
      <p class="compared" dir="auto">
        <ComparedWords parts={compared} />
      </p>
    </>
  )
}

/** The words of a comparison: what is gone struck out, what is new underlined. */
export function ComparedWords({ parts }: { parts: readonly Compared[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <Part {...part} key={`${index} ${part.fate}`} />
      ))}
    </>
  )
}

function Part({ fate, record, quotation, marked }: Compared) {
  const shown = marked ? 'marked' : undefined
  if (fate === 'kept') return <>{quotation} </>
  const title = `${fate}${marked ? ', and marked as such' : ''}`
  return (
    <>
      {record && (
        <del class={shown} title={title}>
          {record}
        </del>
      )}{' '}
      {quotation && (
        <ins class={shown} title={title}>
          {quotation}
        </ins>
      )}{' '}
    </>
  )
}

/** How a quotation differs from the record, in a sentence. */
export function verdictOn(compared: readonly Compared[]): string {
  const changes = compared.filter(({ fate }) => fate !== 'kept')
  const silent = changes.filter(({ marked }) => !marked)
  if (changes.length === 0) return 'Word for word.'
  if (silent.length === 0) return 'The same words; each change is marked.'
  const parts = (['altered', 'left out', 'added'] as const).flatMap((fate) => {
    const places = silent.filter((change) => change.fate === fate)
    const words = places.reduce(
      (sum, { record, quotation }) => sum + (record || quotation).split(' ').length,
      0,
    )
    return words === 0 ? [] : [`${counted(words, 'word')} ${fate}`]
  })
  const marked = changes.length - silent.length
  return `Not the same words: ${parts.join(', ')}${marked > 0 ? '; other changes are marked' : ''}.`
}

/** What the colours of a comparison mean. */
export function ComparisonKey() {
  return (
    <p class="key faint">
      <del>Struck out</del>: the record has it, the quotation has not. <ins>Underlined</ins>: the quotation
      has it, the record has not. Paler: the change is marked, by brackets or dots.
    </p>
  )
}
