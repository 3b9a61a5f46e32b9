import { ALL_FORMATS, formatNamed } from './formats.js'
import type { SourceContent } from './source-content.js'
import { SourceError } from './source-error.js'

const FIELDS = ALL_FORMATS.map(({ field }) => `"${field}"`).join(', ')

/**
 * Takes JSON Lines apart (https://jsonlines.org): each line that is not empty is an object with one article in one of the
 * fields of the GraphQL input `ArticleSource`, `{"markdown": "…"}`, and perhaps its `name`.
 */
export function* splitJsonLines(content: string, name: string): Generator<SourceContent | SourceError> {
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() !== '') yield readLine(line, `${name}:${index + 1}`)
  }
}

function readLine(line: string, place: string): SourceContent | SourceError {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return new SourceError('INVALID_JSON', 'is not JSON: put one object into each line', place)
  }
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : []
  const forms = entries.flatMap(([field, text]) => {
    const format = formatNamed('field', field)
    return format && typeof text === 'string' ? [{ format, text }] : []
  })
  const [form, other] = forms
  if (!form || other) {
    return new SourceError('INVALID_JSON', `is not an object with exactly one of ${FIELDS}`, place)
  }
  return { content: form.text, name: nameIn(value as object) ?? place, format: form.format }
}

const nameIn = (value: object): string | null =>
  'name' in value && typeof value.name === 'string' && value.name.trim() !== '' ? value.name : null
