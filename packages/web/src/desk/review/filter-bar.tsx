import type { StatementFilter, StatementKindInput } from '@onrecord/sdk'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ReviewView } from './review-view.js'

/** Chooses which proposals are shown. What belongs to the current one is a click away. */
export function FilterBar({ view }: { view: ReviewView }) {
  const { desk } = view
  const first = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const current = desk.queue.current.value?.proposal
  const { value } = desk.queue.filter
  const apply = (form: HTMLFormElement) => {
    const data = new FormData(form)
    view.close()
    void view.show(filterOf(data))
  }
  const same = current && [
    { name: 'articleIds', id: current.article.id, says: `this article` },
    ...(current.article.site
      ? [{ name: 'siteIds', id: current.article.site.id, says: current.article.site.name }]
      : []),
    ...(current.speaker ? [{ name: 'speakerIds', id: current.speaker.id, says: current.speaker.name }] : []),
    ...current.topics.nodes.map(({ id, name }) => ({ name: 'topicIds', id, says: `about ${name}` })),
  ]
  return (
    <form
      class="panel filter"
      aria-label="Which proposals"
      onSubmit={(event) => {
        event.preventDefault()
        apply(event.currentTarget)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') view.close()
      }}
    >
      <label>
        With these words <input ref={first} name="text" maxLength={500} defaultValue={value.text ?? ''} />
      </label>
      <label>
        Kind{' '}
        <select name="kind" defaultValue={value.kinds?.[0] ?? ''}>
          <option value="">any</option>
          <option value="DIRECT">quoted</option>
          <option value="MIXED">partly quoted</option>
          <option value="INDIRECT">reported</option>
          <option value="AUTHOR">the author’s own words</option>
        </select>
      </label>
      <label>
        Sure{' '}
        <select name="sure" defaultValue="">
          <option value="">however much</option>
          <option value="0.9-1">90 % and more</option>
          <option value="0.7-0.9">70 to 90 %</option>
          <option value="0-0.7">70 % and less</option>
        </select>
      </label>
      <label>
        <input type="checkbox" name="unnamed" /> nobody named
      </label>
      {same?.map(({ name, id, says }) => (
        <label key={name + id}>
          <input type="checkbox" name={name} value={id} /> only <bdi>{says}</bdi>
        </label>
      ))}
      <button type="submit">Show</button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          view.close()
          void view.show({})
        }}
      >
        Show all
      </button>
    </form>
  )
}

function filterOf(data: FormData): StatementFilter {
  const text = String(data.get('text') ?? '').trim()
  const kind = String(data.get('kind') ?? '')
  const [least, most] = String(data.get('sure') ?? '').split('-')
  const ids = ['articleIds', 'siteIds', 'speakerIds', 'topicIds'].flatMap((name) => {
    const chosen = data.getAll(name).map(String)
    return chosen.length > 0 ? [[name, chosen] as const] : []
  })
  return {
    ...(text && { text }),
    ...(kind && { kinds: [kind as StatementKindInput] }),
    ...(least && { minConfidence: Number(least), maxConfidence: Number(most) }),
    ...(data.get('unnamed') && { hasSpeaker: false }),
    ...Object.fromEntries(ids),
  }
}
