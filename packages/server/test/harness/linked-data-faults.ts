import { readFileSync } from 'node:fs'
import { createApp } from './snippets.js'

/** What a page holds as JSON-LD. */
export interface LinkedData {
  path: string
  data: unknown
}

const ANNOTATION = new URL('../grammars/annotation.ts', import.meta.url)

const HEAD = `import type * as Schema from 'schema-dts'
import type { Annotation } from './annotation.js'

declare function node<Type>(data: Type): Type
declare function action<Type extends Schema.SearchAction>(data: Schema.WithActionConstraints<Type>): Type

`

/**
 * Checks data against the definitions of schema.org, as schema-dts has them, and annotations against those of the W3C: writes
 * all of it as one program of typed literals, which the compiler checks.
 *
 * @returns a line for each fault, which begins with the path of its page.
 */
export async function linkedDataFaults(pages: readonly LinkedData[]): Promise<string[]> {
  const app = createApp({ 'schema-dts': 'packages/web/node_modules/schema-dts' })
  try {
    app.write('src/annotation.ts', readFileSync(ANNOTATION, 'utf8'))
    pages.forEach(({ data }, index) => {
      const literals = [data]
        .flat()
        .map((one, at) => `export const data${at}: ${typeOf(one)} = ${literal(one)}\n`)
      app.write(`src/page${index}.ts`, HEAD + literals.join('\n'))
    })
    await app.compile()
    return []
  } catch (error) {
    const faults = [...String(error).matchAll(/^src\/page(\d+)\.ts\S* (.*)$/gm)]
    if (faults.length === 0) throw error
    return faults.map(([, index, message]) => `${pages[Number(index)]?.path}: ${message}`)
  } finally {
    app.remove()
  }
}

const kindOf = (value: unknown): string =>
  String((value as Readonly<Record<string, unknown>> | null)?.['@type'] ?? '')

/** The type of data. A leaf is the type itself, without those below it, of which the compiler would make thousands. */
const typeOf = (data: unknown): string => {
  const kind = kindOf(data)
  return kind === '' ? 'Annotation' : `Schema.WithContext<Schema.${kind}Leaf>`
}

/** An object as TypeScript has it. */
const literal = (object: unknown): string =>
  `{ ${Object.entries(object as object)
    .map(([name, value]) => `${JSON.stringify(name)}: ${expression(value)}`)
    .join(', ')} }`

/**
 * A value as TypeScript has it, each typed object by its own type. An action may name what it takes, which only the type of
 * constrained actions knows.
 */
function expression(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(expression).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const kind = kindOf(value)
  if (kind === '') return literal(value)
  return `${kind.endsWith('Action') ? 'action' : 'node'}<Schema.${kind}Leaf>(${literal(value)})`
}
