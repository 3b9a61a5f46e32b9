import { fileURLToPath } from 'node:url'
import type { Database } from '../database/database.js'
import { createLogger } from '../http/logger.js'
import { createGraphQLHandler } from '../http/server.js'
import { expandInputs } from '../ingest/expand-inputs.js'
import { type IngestResult, ingest } from '../ingest/ingest.js'
import { parseContent, readSource } from '../ingest/read-source.js'
import type { SourceFormat } from '../ingest/source-document.js'

/** The key that a test's service takes as that of this machine's user. */
export const TEST_KEY = 'test-key'

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  data: any
  errors?: {
    message: string
    path?: (string | number)[]
    extensions: { code: string } & Record<string, unknown>
  }[]
}

export interface SqlStatement {
  query: string
  /** As a JSON array. */
  params: string
}

export interface Service {
  /** Runs an operation as a caller would; `key` makes them this machine's user. */
  request(query: string, variables?: object, key?: string): Promise<Answer>
  /** Data of an operation that must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  data(query: string, variables?: object): Promise<any>
  /** The only error of an operation that must fail: "BAD_USER_INPUT: first is 0: …". */
  refusal(query: string, variables?: object): Promise<string>
  /** SQL statements that run meanwhile, in order. */
  sqlOf(work: () => Promise<unknown>): Promise<SqlStatement[]>
}

export function createService(database: Database): Service {
  const yoga = createGraphQLHandler({
    database,
    logger: createLogger('silent'),
    graphiql: false,
    key: TEST_KEY,
  })
  const seen: SqlStatement[] = []
  database.prisma.$on('query' as never, ({ query, params }: SqlStatement) => {
    // Prisma marks a transaction's frame as statements, too.
    if (!/^(BEGIN|COMMIT|ROLLBACK|-- Implicit)\b/.test(query)) seen.push({ query, params })
  })
  const request = async (query: string, variables?: object, key?: string): Promise<Answer> => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as Answer
  }
  return {
    request,
    async data(query, variables) {
      const { data, errors } = await request(query, variables)
      if (errors) throw new Error(JSON.stringify(errors))
      return data
    },
    async refusal(query, variables) {
      const { errors = [] } = await request(query, variables)
      const [error] = errors
      if (!error || errors.length > 1) throw new Error(`not one error: ${JSON.stringify(errors)}`)
      return `${error.extensions.code}: ${error.message}`
    },
    async sqlOf(work) {
      seen.length = 0
      await work()
      return [...seen]
    },
  }
}

/** Takes one article in, as every caller does. */
export const ingestText = (
  { prisma }: Database,
  content: string,
  { name = 'story.md', format = 'MARKDOWN' }: { name?: string; format?: SourceFormat } = {},
): Promise<IngestResult> => ingest(prisma, parseContent({ content, name, format }), 'test')

export const samplesFolder = fileURLToPath(new URL('../../../../examples/articles', import.meta.url))

/** Takes the sample articles in. */
export async function ingestSamples({ prisma }: Database): Promise<IngestResult[]> {
  const { inputs } = await expandInputs([samplesFolder])
  const results: IngestResult[] = []
  for (const input of inputs) results.push(await ingest(prisma, await readSource(input), 'test'))
  return results
}
