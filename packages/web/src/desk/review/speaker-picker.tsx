import type { SpeakerKindInput } from '@onrecord/sdk'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Item } from './queue.js'
import type { ReviewView } from './review-view.js'
import { type Choice, makeSpeaker, suggestSpeakers } from './speakers.js'

type Option = { says: string; note: string } & (
  | { kind: 'speaker'; choice: Choice }
  | { kind: 'new'; as: SpeakerKindInput }
  | { kind: 'nobody' }
)

/** Milliseconds without a letter after which names are asked for. */
const TYPING = 60

/** Chooses who said a statement: letters of a name, then Enter. */
export function SpeakerPicker({ view, item }: { view: ReviewView; item: Item }) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<{ typed: string; choices: readonly Choice[] }>({
    typed: '',
    choices: [],
  })
  const [at, setAt] = useState(0)
  const [problem, setProblem] = useState('')
  const [waiting, setWaiting] = useState(false)
  const { client } = view.desk
  const name = typed.trim()
  // At once, so that no letter that is typed on is lost.
  useLayoutEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (name === '') return
    const asking = new AbortController()
    const timer = setTimeout(() => {
      suggestSpeakers(client, name, asking.signal).then(
        (choices) => {
          setFound({ typed: name, choices })
          setAt(0)
          setProblem('')
        },
        (error: Error) => asking.signal.aborted || setProblem(`Names cannot be read: ${error.message}.`),
      )
    }, TYPING)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [name, client])
  const isCurrent = found.typed === name
  // Nothing can be chosen before the names are there: they would move what is chosen.
  const options = isCurrent || name === '' ? optionsOf(name, found.choices) : []
  const choose = async (option: Option | undefined) => {
    if (!option) return
    setWaiting(false)
    try {
      const speaker =
        option.kind === 'speaker'
          ? option.choice
          : option.kind === 'new'
            ? await makeSpeaker(client, name, option.as)
            : null
      await view.keepSpeaker(item, speaker)
    } catch (error) {
      setProblem(`The speaker was not made: ${(error as Error).message}.`)
    }
  }
  // Enter may come before the names: it then takes the first as soon as they are there.
  useEffect(() => {
    if (waiting && isCurrent) void choose(options[0])
  }, [waiting, isCurrent])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') view.close()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      if (options.length > 0) setAt((at + by + options.length) % options.length)
    } else if (event.key === 'Enter' && !event.repeat && !event.isComposing) {
      event.preventDefault()
      if (name === '') return
      if (isCurrent) void choose(options[at])
      else setWaiting(true)
    }
  }
  return (
    <section class="panel picker" aria-label="Who said it?">
      <label for="speaker">Who said it?</label>
      <input
        id="speaker"
        ref={field}
        value={typed}
        maxLength={100}
        autocomplete="off"
        spellcheck={false}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls="speakers"
        aria-autocomplete="list"
        aria-activedescendant={options[at] ? `speaker-${at}` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id="speakers" role="listbox" aria-label="Speakers">
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of the list
          <div
            key={option.says + option.note}
            id={`speaker-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => void choose(option)}
          >
            <bdi>{option.says}</bdi> <small>{option.note}</small>
          </div>
        ))}
      </div>
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      <button type="button" class="quiet" onClick={() => view.close()}>
        Leave as it was <kbd>Esc</kbd>
      </button>
    </section>
  )
}

/** Those whose name goes on as typed come first, then a new one, then nobody. */
function optionsOf(name: string, choices: readonly Choice[]): Option[] {
  if (name === '') return [{ kind: 'nobody', says: 'Nobody is named', note: '' }]
  const kinds = { PERSON: 'a new person', ORGANIZATION: 'a new organisation', GROUP: 'a new group' } as const
  return [
    ...choices.map((choice) => ({
      ...{ kind: 'speaker' as const, choice, says: choice.name },
      note: choice.alias ? `also ${choice.alias}` : '',
    })),
    ...Object.entries(kinds).map(([as, note]) => ({
      kind: 'new' as const,
      as: as as SpeakerKindInput,
      says: name,
      note,
    })),
  ]
}
