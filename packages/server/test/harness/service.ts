import { fileURLToPath } from 'node:url'
import type { Database } from '../../src/database/database.js'
import { newId } from '../../src/database/id.js'
import type { PrismaClient } from '../../src/generated/prisma/client.js'
import { createLogger } from '../../src/http/logger.js'
import { createGraphQLHandler } from '../../src/http/server.js'
import { expandInputs } from '../../src/ingest/sources/expand-inputs.js'
import { parseContent, readSource } from '../../src/ingest/sources/read-source.js'
import type { SourceFormat } from '../../src/ingest/sources/source-article.js'
import { type IngestResult, ingest } from '../../src/ingest/store/ingest.js'
import { KeyRing, type KnownKey } from '../../src/record/api-key/key-ring.js'
import { formatKey, hashSecret } from '../../src/record/api-key/key-text.js'
import { createKey } from '../../src/record/api-key/keys.js'
import { scopesOf } from '../../src/record/api-key/roles.js'
import type { Scope } from '../../src/record/viewer.js'

const TEST_KEY_PARTS = { keyId: 'keyoftesting', secret: 'x'.repeat(43) }

/** The key of an admin of the name `local`, whom every test's service knows. */
export const TEST_KEY = formatKey('local', TEST_KEY_PARTS)

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
  /** Runs an operation as a caller would; the key TEST_KEY makes them an admin. */
  request(query: string, variables?: object, key?: string): Promise<Answer>
  /** A new key with some roles. */
  key(...roles: Scope[]): Promise<string>
  /** Data of an operation that must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  data(query: string, variables?: object, key?: string): Promise<any>
  /** The only error of an operation that must fail: "BAD_USER_INPUT: first is 0: …". */
  refusal(query: string, variables?: object, key?: string): Promise<string>
  /** SQL statements that run meanwhile, in order. */
  sqlOf(work: () => Promise<unknown>): Promise<SqlStatement[]>
}

/** Reads a key once: what tests count is the SQL of an operation, not that of its caller. */
class RememberedKeys extends KeyRing {
  readonly #known = new Map<string, Promise<KnownKey>>()

  override open(text: string): Promise<KnownKey> {
    const known = this.#known.get(text) ?? super.open(text)
    this.#known.set(text, known)
    return known
  }
}

export function createService(database: Database, { publicProposals = true } = {}): Service {
  const { prisma } = database
  const keys = new RememberedKeys(prisma)
  const yoga = createGraphQLHandler({
    ...{ database, logger: createLogger('silent'), graphiql: false },
    ...{ publicProposals, keys },
  })
  const seen: SqlStatement[] = []
  database.prisma.$on('query' as never, ({ query, params }: SqlStatement) => {
    // Prisma marks a transaction's frame as statements, too.
    if (!/^(BEGIN|COMMIT|ROLLBACK|-- Implicit)\b/.test(query)) seen.push({ query, params })
  })
  let known: Promise<unknown> | null = null
  const request = async (query: string, variables?: object, key?: string): Promise<Answer> => {
    if (key === TEST_KEY) {
      known ??= uncounted(() => knowTestKey(prisma, keys))
      await known
    }
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
  const uncounted = async (work: () => Promise<unknown>) => {
    const before = [...seen]
    await work()
    seen.splice(0, seen.length, ...before)
  }
  return {
    request,
    async key(...roles) {
      const expiresAt = null
      const { key } = await createKey(prisma, {
        ...{ name: roles.join(' and '), roles, expiresAt },
        ...{ environment: 'local', createdBy: 'test' },
      })
      return key
    },
    async data(query, variables, key) {
      const { data, errors } = await request(query, variables, key)
      if (errors) throw new Error(JSON.stringify(errors))
      return data
    },
    async refusal(query, variables, key) {
      const { errors = [] } = await request(query, variables, key)
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

async function knowTestKey({ apiKey }: PrismaClient, keys: KeyRing): Promise<void> {
  const { keyId, secret } = TEST_KEY_PARTS
  const row = { id: newId(), keyId, name: 'local', secretSha256: hashSecret(secret), createdBy: 'test' }
  await apiKey.createMany({ data: { ...row, scopes: scopesOf(['admin']) }, skipDuplicates: true })
  await keys.open(TEST_KEY)
}

/** Takes one article in, as every caller does. */
export const ingestText = async (
  { prisma }: Database,
  content: string,
  { name = 'story.md', format = 'MARKDOWN' }: { name?: string; format?: SourceFormat } = {},
): Promise<IngestResult> => ingest(prisma, await parseContent({ content, name, format }), 'test')

export const samplesFolder = fileURLToPath(new URL('../../../../examples/articles', import.meta.url))

/** Takes the sample articles in. */
export async function ingestSamples({ prisma }: Database): Promise<IngestResult[]> {
  const { inputs } = await expandInputs([samplesFolder])
  const results: IngestResult[] = []
  for (const input of inputs) results.push(await ingest(prisma, await readSource(input), 'test'))
  return results
}
