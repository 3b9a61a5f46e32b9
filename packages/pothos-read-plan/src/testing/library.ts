import { PGlite } from '@electric-sql/pglite'
import { plannerOf } from '@onrecord/pothos-read-plan'
import { type DocumentNode, execute, type GraphQLFormattedError, parse, validate } from 'graphql'
import { expect } from 'vitest'
import type { Statement } from '../sql.js'
import { TABLES } from './datamodel.js'
import { createSchema } from './schema.js'
import type { Context } from './types.js'

type Options = { variables?: Record<string, unknown> } & Partial<
  Pick<Context, 'viewer' | 'check' | 'learn' | 'moved'>
>

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  data: any
  errors: readonly GraphQLFormattedError[]
  /** The statements of the executor's answer. */
  statements: Statement[]
  /** The answer as text; null when the planner leaves it to the executor. */
  text: string | null
}

/** A library in an embedded database. */
export async function openLibrary() {
  const pglite = await PGlite.create()
  await pglite.exec(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; ${TABLES}`)
  const schema = createSchema()
  const run = async ({ text, values }: Statement) =>
    (await pglite.query<unknown[]>(text, values, { rowMode: 'array' })).rows

  /** Answers an operation as text and by the executor, and expects that both are the same. */
  async function ask(
    query: string | DocumentNode,
    { variables = {}, ...more }: Options = {},
  ): Promise<Answer> {
    const document = typeof query === 'string' ? parse(query) : query
    expect(validate(schema, document)).toEqual([])
    const statements: Statement[] = []
    const newContext = (): Context => ({
      ...{ viewer: 'reader', moved: new Map(), ...more },
      run(statement) {
        statements.push(statement)
        return run(statement)
      },
    })
    const json = await plannerOf(schema).text({ document, variables }, newContext())
    const text = json && String(json)
    statements.length = 0
    const answer = await execute({
      ...{ schema, document, variableValues: variables, contextValue: newContext() },
    })
    const { data, errors = [] } = JSON.parse(JSON.stringify(answer))
    if (errors.length === 0 && text !== null) expect(JSON.parse(text)).toEqual(data)
    return { data, errors, statements, text }
  }

  return { ask, schema, pglite, run, close: () => pglite.close() }
}

export type Library = Awaited<ReturnType<typeof openLibrary>>
