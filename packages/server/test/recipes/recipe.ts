/** One step of a recipe: code that goes into a file. */
export interface Step {
  /** Path from the root of the repository. */
  file: string
  /** Where it goes: into a new file, among the imports, before a line, or in the place of one. */
  place: 'new' | 'imports' | 'before' | 'instead of'
  /** The line, without the blanks before it; empty where no line is named. */
  line: string
  code: string
}

/** A section of CONTRIBUTING.md that says how something is added. */
export interface Recipe {
  title: string
  steps: Step[]
}

const STEP =
  /^(?:New file `([^`]+)`[^\n]*|In `([^`]+)`, (with its imports|before|instead of)(?: ``(.+)``| `([^`]+)`)?):\n\n```\w+\n([\s\S]*?)^```$/gm

/** The recipes of a document: its sections that have steps. */
export function recipesIn(markdown: string): Recipe[] {
  return markdown.split(/^## /m).flatMap((section) => {
    const steps = [...section.matchAll(STEP)].map(
      ([, created, changed = '', how, quoted, plain, code = '']): Step => ({
        file: created ?? changed,
        place: created ? 'new' : how === 'with its imports' ? 'imports' : (how as 'before' | 'instead of'),
        line: quoted ?? plain ?? '',
        code,
      }),
    )
    return steps.length > 0 ? [{ title: section.slice(0, section.indexOf('\n')), steps }] : []
  })
}

/**
 * What a file becomes by a step.
 *
 * @param text of the file; null when there is none yet.
 * @throws Error when the step does not fit the file, as after the file has changed.
 */
export function carryOut({ file, place, line, code }: Step, text: string | null): string {
  if (place === 'new') {
    if (text !== null) throw new Error(`${file} is there already`)
    return code
  }
  if (text === null) throw new Error(`there is no ${file}`)
  if (place === 'imports') return code + text
  const lines = text.split('\n')
  const [index, other] = lines.flatMap((each, at) => (each.trim() === line ? [at] : []))
  if (index === undefined || other !== undefined) throw new Error(`${file} has not one line "${line}"`)
  const indent = /^\s*/.exec(lines[index] ?? '')?.[0] ?? ''
  const added = code.split('\n').slice(0, -1)
  const placed = added.map((each) => (each === '' ? '' : indent + each))
  lines.splice(index, place === 'before' ? 0 : 1, ...placed)
  return lines.join('\n')
}
