/**
 * A piece of SQL with its parameters, `strings.length === values.length + 1`: what `Prisma.sql` and `sql-template-tag`
 * make.
 */
export interface Sql {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/** A piece of a statement: fixed text, SQL with parameters, or something that only an execution knows. */
export type Part<Run> = string | Sql | ((run: Run) => Part<Run>) | readonly Part<Run>[]

/** A statement that a driver can run: the parameters are `$1`, `$2` … */
export interface Statement {
  text: string
  values: unknown[]
}

/** Writes parts as one statement. */
export function statementOf<Run>(parts: Part<Run>, run: Run): Statement {
  const values: unknown[] = []
  let text = ''
  const add = (part: Part<Run>): void => {
    if (typeof part === 'string') text += part
    else if (typeof part === 'function') add(part(run))
    else if (isSql(part)) {
      text += part.strings[0]
      for (let i = 0; i < part.values.length; i++) {
        values.push(part.values[i])
        text += `$${values.length}${part.strings[i + 1]}`
      }
    } else for (const one of part) add(one)
  }
  add(parts)
  return { text, values }
}

/** Writes parts as one piece of SQL, which can stand in another. */
export function sqlOf<Run>(parts: Part<Run>, run: Run): Sql {
  const strings = ['']
  const values: unknown[] = []
  const append = (text: string): void => {
    strings[strings.length - 1] += text
  }
  const add = (part: Part<Run>): void => {
    if (typeof part === 'string') append(part)
    else if (typeof part === 'function') add(part(run))
    else if (isSql(part)) {
      append(part.strings[0] as string)
      for (let i = 0; i < part.values.length; i++) {
        values.push(part.values[i])
        strings.push(part.strings[i + 1] as string)
      }
    } else for (const one of part) add(one)
  }
  add(parts)
  return { strings, values }
}

const isSql = (part: object): part is Sql => 'strings' in part

/** The same parts with all neighbouring texts as one, for parts that are written often. */
export function flattened<Run>(parts: Part<Run>): Part<Run> {
  const flat: Part<Run>[] = []
  const add = (part: Part<Run>): void => {
    const last = flat.at(-1)
    if (typeof part === 'string' && typeof last === 'string') flat[flat.length - 1] = last + part
    else if (Array.isArray(part)) part.forEach(add)
    else if (part !== '') flat.push(part)
  }
  add(parts)
  return flat.length === 1 ? (flat[0] as Part<Run>) : flat
}

/** Puts a separator between parts. */
export const joined = <Run>(parts: readonly Part<Run>[], separator: string): Part<Run> =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]))

/** The name of a table, column or alias in quotation marks. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
