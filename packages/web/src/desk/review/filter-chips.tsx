import { conditionInWords } from './queue-filter.js'
import type { ReviewView } from './review-view.js'

/** What the proposals are narrowed down to, each with a link to the address without it. */
export function FilterChips({ view: { address } }: { view: ReviewView }) {
  const { text, conditions } = address.asked.value
  if (text === '' && conditions.length === 0) return null
  const chip = (before: string, name: string, parameters: URLSearchParams) => (
    <li key={parameters.toString()}>
      {before}
      {name !== '' && <bdi>{name}</bdi>}{' '}
      <a
        href={address.of(parameters)}
        aria-label={`Without ${before}${name}`}
        onClick={(event) => {
          // With a modifier, it is a link as every other.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          void address.go(parameters)
        }}
      >
        ×
      </a>
    </li>
  )
  return (
    <ul class="conditions" aria-label="The proposals are narrowed down to">
      {text !== '' && chip('with ', `“${text}”`, address.without('text'))}
      {conditions.map((condition) => {
        const [before, name] = conditionInWords(condition, address.names.value.get(condition.key))
        return chip(before, name, address.without(condition))
      })}
    </ul>
  )
}
