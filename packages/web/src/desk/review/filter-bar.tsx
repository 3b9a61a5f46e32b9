import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Condition } from '../../record/address-filter.js'
import { Combobox } from '../combobox.js'
import { type Narrowing, narrowingsOf, suggestNarrowings } from './narrowings.js'
import { parametersOf } from './queue-address.js'
import { conditionInWords, QUEUE_PARAMETERS } from './queue-filter.js'
import type { ReviewView } from './review-view.js'

/** The fields of the filter that have a control of their own in the form. */
const CONTROLLED = new Set(['kinds', 'minConfidence', 'maxConfidence', 'hasSpeaker', 'isClaimed'])

const KINDS = [
  ['', 'any'],
  ['direct', 'quoted'],
  ['mixed', 'partly quoted'],
  ['indirect', 'reported'],
  ['author', 'the author’s own words'],
] as const

/** Bands of confidence: the least and the most, with a dash between them. */
const BANDS = [
  ['', 'however much'],
  ['0.9-', '90 % and more'],
  ['0.7-0.9', '70 to 90 %'],
  ['0.5-0.7', '50 to 70 %'],
  ['-0.5', '50 % and less'],
] as const

const NAMED = [
  ['', 'anybody, or nobody named'],
  ['false', 'nobody named'],
  ['true', 'somebody named'],
] as const

const CLAIMS = [
  ['', 'anybody or nobody'],
  ['me', 'me'],
  ['false', 'nobody'],
  ['true', 'somebody'],
] as const

/** Chooses which proposals are shown. What belongs to the current one is a click away. */
export function FilterBar({ view }: { view: ReviewView }) {
  const { address, desk } = view
  const first = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const { text, conditions } = address.asked.value
  const me = desk.session.name
  const isMine = ({ parameter, key }: Condition) => parameter === 'claimedBy' && key === me
  const fieldOf = ({ parameter }: Condition) => QUEUE_PARAMETERS[parameter]?.field ?? ''
  const ofField = (field: string) => conditions.filter((one) => fieldOf(one) === field)
  // A control holds one value: where the address has several, they are kept beside it.
  const isControlled = (one: Condition) =>
    isMine(one) || (CONTROLLED.has(fieldOf(one)) && ofField(fieldOf(one)).length === 1)
  const [chosen, setChosen] = useState<readonly Chosen[]>(() =>
    conditions
      .filter((one) => !isControlled(one))
      .map((one) => ({ ...one, says: conditionInWords(one, address.names.value.get(one.key)).join('') })),
  )
  const add = (narrowing: Narrowing) => {
    if (!chosen.some(({ key }) => key === narrowing.key)) setChosen([...chosen, narrowing])
  }
  const keyOf = (field: string) => ofField(field).find(isControlled)?.key ?? ''
  const band = `${keyOf('minConfidence')}-${keyOf('maxConfidence')}`
  const current = desk.queue.current.value?.proposal
  const show = (parameters: URLSearchParams) => {
    view.close()
    void address.go(parameters)
  }
  return (
    <form
      class="panel filter"
      aria-label="Which proposals"
      onSubmit={(event) => {
        event.preventDefault()
        show(parametersIn(new FormData(event.currentTarget), chosen, me))
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') view.close()
      }}
    >
      <label>
        With these words <input ref={first} name="text" maxLength={500} defaultValue={text} />
      </label>
      <Combobox
        id="narrowing"
        label="Speaker, topic or site"
        listLabel="Speakers, topics and sites"
        ask={(typed, signal) => suggestNarrowings(desk.client, typed, signal)}
        optionsOf={(_typed, found) => found}
        onChoose={add}
        onEscape={() => view.close()}
      />
      <Choice name="kind" label="Kind" options={KINDS} value={keyOf('kinds').toLowerCase()} />
      <Choice name="sure" label="Sure" options={BANDS} value={band === '-' ? '' : band} />
      <Choice name="named" label="Said by" options={NAMED} value={keyOf('hasSpeaker')} />
      <Choice
        name="claim"
        label="Claimed by"
        options={CLAIMS}
        value={conditions.some(isMine) ? 'me' : keyOf('isClaimed')}
      />
      <ChosenOnes
        chosen={chosen}
        onRemove={(one) => {
          // The button that was pressed goes, and the keys must stay in the form.
          first.current?.focus()
          setChosen(chosen.filter((other) => other !== one))
        }}
      />
      {current && (
        <p class="near">
          Like this one:{' '}
          {narrowingsOf(current).map((narrowing) => (
            <button type="button" class="quiet" key={narrowing.key} onClick={() => add(narrowing)}>
              <bdi>{narrowing.says}</bdi>
            </button>
          ))}
        </p>
      )}
      <p>
        <button type="submit">Show</button>
        <button type="button" class="quiet" onClick={() => show(new URLSearchParams())}>
          Show all
        </button>
        <button type="button" class="quiet" onClick={() => view.close()}>
          Leave as it was <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}

type Chosen = Pick<Narrowing, 'parameter' | 'value' | 'key' | 'says'>

function ChosenOnes({ chosen, onRemove }: { chosen: readonly Chosen[]; onRemove: (one: Chosen) => void }) {
  if (chosen.length === 0) return null
  return (
    <ul class="conditions" aria-label="Only">
      {chosen.map((one) => (
        <li key={one.parameter + one.key}>
          <bdi>{one.says}</bdi>{' '}
          <button
            type="button"
            class="quiet"
            aria-label={`Without ${one.says}`}
            onClick={() => onRemove(one)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

interface ChoiceProps {
  name: string
  label: string
  options: readonly (readonly [string, string])[]
  value: string
}

/** A control with a few values; one that came by the address alone is kept. */
function Choice({ name, label, options, value }: ChoiceProps) {
  const isKnown = options.some(([known]) => known === value)
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {[...options, ...(isKnown ? [] : [[value, 'as in the address'] as const])].map(([key, says]) => (
          <option value={key} selected={key === value} key={key}>
            {says}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The parameters of the address that a form asks for. */
function parametersIn(data: FormData, chosen: readonly Chosen[], me: string): URLSearchParams {
  const given = (name: string) => String(data.get(name) ?? '').trim()
  const [least = '', most = ''] = given('sure').split('-')
  const claim = given('claim')
  const conditions = [
    { parameter: 'kinds', value: given('kind') },
    { parameter: 'minConfidence', value: least },
    { parameter: 'maxConfidence', value: most },
    { parameter: 'hasSpeaker', value: given('named') },
    claim === 'me' ? { parameter: 'claimedBy', value: me } : { parameter: 'isClaimed', value: claim },
  ]
  return parametersOf(given('text'), [...chosen, ...conditions.filter(({ value }) => value !== '')])
}
