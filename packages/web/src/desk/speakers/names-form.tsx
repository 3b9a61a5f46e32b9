import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { Editing } from './editing.js'
import { FormFrame } from './form-frame.js'
import { KINDS } from './kind-words.js'
import { NAMES, type NamesDraft, standsInstead } from './names-draft.js'
import type { DeskSpeaker } from './speaker.js'
import type { SpeakersDesk } from './speakers-desk.js'

/** The form of a speaker's names, kind and Wikidata item. */
export function NamesForm({ desk, speaker }: { desk: SpeakersDesk; speaker: DeskSpeaker }) {
  const editing = useMemo(() => new Editing(NAMES, speaker), [speaker.id])
  const draft = editing.draft.value
  const kinds: Record<string, string> = { [draft.kind]: draft.kind.toLowerCase(), ...KINDS }
  const set = (field: keyof NamesDraft) => (event: Event & { currentTarget: { value: string } }) =>
    editing.change({ ...draft, [field]: event.currentTarget.value })
  return (
    <FormFrame desk={desk} editing={editing} label="Names">
      <Field editing={editing} field="name" label="Name: the fullest, without titles">
        <input
          id="name"
          value={draft.name}
          maxLength={500}
          autocomplete="off"
          required
          onInput={set('name')}
        />
      </Field>
      <Field editing={editing} field="aliases" label="Other names, one a line">
        <textarea id="aliases" rows={4} value={draft.aliases} onInput={set('aliases')} />
      </Field>
      <Field editing={editing} field="kind" label="Kind">
        <select id="kind" value={draft.kind} onChange={set('kind')}>
          {Object.entries(kinds).map(([kind, says]) => (
            <option value={kind} key={kind}>
              {says}
            </option>
          ))}
        </select>
      </Field>
      <Field editing={editing} field="wikidataId" label="Wikidata item, such as Q42">
        <input
          id="wikidataId"
          value={draft.wikidataId}
          maxLength={20}
          autocomplete="off"
          spellcheck={false}
          onInput={set('wikidataId')}
        />
      </Field>
    </FormFrame>
  )
}

interface FieldProps {
  editing: Editing<NamesDraft>
  field: keyof NamesDraft
  label: string
  children: ComponentChildren
}

/** A field with its name, what the record says about it, and what somebody else has made of it meanwhile. */
function Field({ editing, field, label, children }: FieldProps) {
  const said = [...editing.fields.value].find(([path]) => path.split('.')[0] === field)?.[1]
  const now = standsInstead(editing.draft.value, editing.theirs.value, field)
  return (
    <div class="field">
      <label for={field}>{label}</label>
      {children}
      {said && <p class="problem">{`This ${said}.`}</p>}
      {now !== null && (
        <p class="now">
          There stands now: <bdi>{now}</bdi>
        </p>
      )}
    </div>
  )
}
