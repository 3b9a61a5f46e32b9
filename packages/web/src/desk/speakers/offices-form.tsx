import { useMemo, useRef } from 'preact/hooks'
import { Office } from '../../components/office.js'
import { Editing } from './editing.js'
import { FormFrame } from './form-frame.js'
import { findOrganizations, findPlaces } from './holders.js'
import { NamedField } from './named-field.js'
import { NO_OFFICE, OFFICES, type OfficeDraft } from './offices-draft.js'
import type { DeskSpeaker } from './speaker.js'
import type { SpeakersDesk } from './speakers-desk.js'

/** The form of a speaker's offices in time. */
export function OfficesForm({ desk, speaker }: { desk: SpeakersDesk; speaker: DeskSpeaker }) {
  const editing = useMemo(() => new Editing(OFFICES, speaker), [speaker.id])
  const another = useRef<HTMLButtonElement>(null)
  const offices = editing.draft.value
  const theirs = editing.theirs.value
  const set = (index: number, change: Partial<OfficeDraft>) =>
    editing.change(
      editing.draft.value.map((office, at) => (at === index ? { ...office, ...change } : office)),
    )
  return (
    <FormFrame desk={desk} editing={editing} label="Offices">
      <p class="faint">
        A date is a year, a month or a day: 2026, 2026-03, 2026-03-02. “../2026” is not after 2026, “2026/..”
        not before. Leave it empty when it is not known, or goes on.
      </p>
      {theirs && (
        <ul class="now" aria-label="What stands there now">
          {theirs.affiliations.length === 0 && <li>No office stands there now.</li>}
          {theirs.affiliations.map((office, index) => (
            <li key={index}>
              <Office {...office} />
            </li>
          ))}
        </ul>
      )}
      {offices.map((office, index) => (
        <OfficeFields
          key={index}
          desk={desk}
          editing={editing}
          office={office}
          index={index}
          onChange={(change) => set(index, change)}
          onRemove={() => {
            // The button that was pressed goes, and the keys must stay in the form.
            another.current?.focus()
            editing.change(editing.draft.value.filter((_, at) => at !== index))
          }}
        />
      ))}
      <button
        ref={another}
        type="button"
        class="quiet"
        onClick={() => editing.change([...editing.draft.value, NO_OFFICE])}
      >
        Another office
      </button>
    </FormFrame>
  )
}

interface OfficeFieldsProps {
  desk: SpeakersDesk
  editing: Editing<readonly OfficeDraft[]>
  office: OfficeDraft
  index: number
  onChange: (change: Partial<OfficeDraft>) => void
  onRemove: () => void
}

function OfficeFields({ desk, editing, office, index, onChange, onRemove }: OfficeFieldsProps) {
  const { client } = desk.view
  const text = (field: 'role' | 'from' | 'until', label: string) => (
    <div class="field">
      <label for={`${field}-${index}`}>{label}</label>
      <input
        id={`${field}-${index}`}
        value={office[field]}
        maxLength={500}
        autocomplete="off"
        onInput={(event) => onChange({ [field]: event.currentTarget.value })}
      />
    </div>
  )
  const said = [...editing.fields.value].filter(([path]) => path.startsWith(`affiliations.${index}`))
  return (
    <fieldset class="office">
      <legend>Office {index + 1}</legend>
      {text('role', 'Role')}
      <NamedField
        id={`organization-${index}`}
        label="Organisation"
        value={office.organization}
        find={(name, signal) => findOrganizations(client, name, signal)}
        onChange={(organization) => onChange({ organization })}
      />
      <NamedField
        id={`place-${index}`}
        label="Place"
        value={office.place}
        find={(name, signal) => findPlaces(client, name, signal)}
        onChange={(place) => onChange({ place })}
      />
      {text('from', 'From')}
      {text('until', 'Until')}
      {said.map(([path, message]) => (
        <p class="problem" key={path}>{`${path.split('.').slice(2).join(' ') || 'It'} ${message}.`}</p>
      ))}
      <button type="button" class="quiet" onClick={onRemove}>
        Remove office {index + 1}
      </button>
    </fieldset>
  )
}
