import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { sentenceOf } from './failure.js'

/** Something to choose: what it is called, and a word about it. */
export interface Option {
  says: string
  note: string
}

export interface ComboboxProps<Choice, Chosen extends Option> {
  /** The id of the field; that of the list is made of it. */
  id: string
  label: string
  listLabel: string
  /** What the record has for what is typed so far. */
  ask(typed: string, signal: AbortSignal): Promise<readonly Choice[]>
  /** What can be chosen then; for nothing typed, too. */
  optionsOf(typed: string, choices: readonly Choice[]): readonly Chosen[]
  /** May throw an Error with a sentence for people. */
  onChoose(option: Chosen, typed: string): void | Promise<void>
  onEscape(event: KeyboardEvent): void
  /** Whether it takes the focus as soon as it is there. */
  focused?: boolean
}

/** Milliseconds without a letter after which names are asked for. */
const TYPING = 60

/** A field in which a name is typed, with a list of those that go on so. */
export function Combobox<Choice, Chosen extends Option>(props: ComboboxProps<Choice, Chosen>) {
  const { id, label, listLabel, ask, optionsOf, onChoose, onEscape, focused } = props
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<{ typed: string; choices: readonly Choice[] }>({
    typed: '',
    choices: [],
  })
  const [at, setAt] = useState(0)
  const [problem, setProblem] = useState('')
  const [waiting, setWaiting] = useState(false)
  const name = typed.trim()
  // At once, so that no letter that is typed on is lost.
  useLayoutEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  useEffect(() => {
    if (name === '') return
    const asking = new AbortController()
    const timer = setTimeout(() => {
      ask(name, asking.signal).then(
        (choices) => {
          setFound({ typed: name, choices })
          setAt(0)
          setProblem('')
        },
        (error: unknown) => asking.signal.aborted || setProblem(sentenceOf(error, 'Names cannot be read')),
      )
    }, TYPING)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [name])
  const list = useRef<HTMLDivElement>(null)
  // In a low window, the names would come up below its edge.
  useEffect(() => {
    if (found.choices.length > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [found])
  const isCurrent = found.typed === name
  // Nothing can be chosen before the names are there: they would move what is chosen.
  const options = isCurrent || name === '' ? optionsOf(name, name === '' ? [] : found.choices) : []
  const choose = async (option: Chosen | undefined) => {
    if (!option) return
    setWaiting(false)
    try {
      await onChoose(option, name)
      setTyped('')
    } catch (error) {
      setProblem(sentenceOf(error, 'Not done'))
    }
  }
  // Enter may come before the names: it then takes the first as soon as they are there.
  useEffect(() => {
    if (waiting && isCurrent) void choose(options[0])
  }, [waiting, isCurrent])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape(event)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      if (options.length > 0) setAt((at + by + options.length) % options.length)
    } else if (event.key === 'Enter' && name !== '' && !event.repeat && !event.isComposing) {
      event.preventDefault()
      if (isCurrent) void choose(options[at])
      else setWaiting(true)
    }
  }
  return (
    <div class="picker">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        value={typed}
        maxLength={100}
        autocomplete="off"
        spellcheck={false}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={options[at] ? `${id}-${at}` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={listLabel}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of the list
          <div
            // Two may be called the same.
            key={index}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => void choose(option)}
          >
            <bdi>{option.says}</bdi> <small>{option.note}</small>
          </div>
        ))}
      </div>
      {isCurrent && name !== '' && options.length === 0 && (
        <p role="status" class="faint">
          No name goes on so.
        </p>
      )}
      {problem && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
    </div>
  )
}
