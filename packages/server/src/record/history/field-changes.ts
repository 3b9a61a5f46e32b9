/** One field that a revision changed. */
export interface FieldChange {
  field: string
  /** Before, as {@link canonicalText}; null when there was nothing. */
  before: string | null
  after: string | null
}

/** An object's editable fields in the form in which a patch takes them: ids global, sets in a fixed order. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * A field's value as a revision holds it: a string as it is, null for nothing, everything else as JSON. As a field
 * always holds a string, or never does, a reader that knows the field can take the text apart again.
 */
export const canonicalText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)

/** What of the object's fields a change makes different; fields that it does not name stay. */
export function fieldChanges(before: Fields, change: Fields): FieldChange[] {
  return Object.keys(change).flatMap((field) => {
    const [was, is] = [canonicalText(before[field]), canonicalText(change[field])]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}
