/** One field that a revision changed. */
export interface FieldChange {
  field: string
  /** The value before, as {@link canonicalText} writes it; null when the field was empty. */
  before: string | null
  /** The value after, in the same form. */
  after: string | null
}

/** The editable fields of an object in the form that revisions hold: ids are global, sets have a fixed order. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * The value of a field as a revision holds it: a string as it is, null for an empty field, everything else as JSON. A
 * reader that knows the field knows whether to parse the JSON, because a field holds either strings only or none.
 */
export const canonicalText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)

/** The fields that a change makes different. Fields that the change does not name stay as they are. */
export function fieldChanges(before: Fields, change: Fields): FieldChange[] {
  return Object.keys(change).flatMap((field) => {
    const [was, is] = [canonicalText(before[field]), canonicalText(change[field])]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}
