import { ALL_FORMATS, formatNamed } from './formats.js'
import type { SourceContent } from './source-content.js'
import { SourceError } from './source-error.js'

const FIELDS = ALL_FORMATS.map(({ field }) => `"${field}"`).join(', ')

/**
 * Takes JSON Lines apart (https://jsonlines.org): each line that is not empty is an object with one article in one of the
 * fields of the GraphQL input `ArticleSource`, `{"markdown": "…"}`, and perhaps its `name`.
 *
 * @throws SourceError NOT_AN_ARTICLE when none of several lines has an article.
 */
export function* splitJsonLines(content: string, name: string): Generator<SourceContent | SourceError> {
  let found = false
  const wrong: SourceError[] = []
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = readLine(line, `${name}:${index + 1}`)
    found ||= !(read instanceof SourceError)
    if (found) yield* wrong.splice(0)
    if (read instanceof SourceError && !found) wrong.push(read)
    else yield read
    if (wrong.length === MOST_WRONG) break
  }
  if (wrong.length < 2) yield* wrong
  else throw notOurs(wrong.length, name)
}

/** How many lines without an article are read before the file is refused. */
const MOST_WRONG = 1_000

const notOurs = (lines: number, name: string) =>
  new SourceError(
    'NOT_AN_ARTICLE',
    `is no collection of articles: none of its first ${lines} lines is an object with exactly one of ${FIELDS}`,
    name,
  )

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
