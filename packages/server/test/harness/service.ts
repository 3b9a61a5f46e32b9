import { fileURLToPath } from 'node:url'
import type { Database } from '../../src/database/database.js'
import { newId } from '../../src/database/id.js'
import type { PrismaClient } from '../../src/generated/prisma/client.js'
import { createGraphQLHandler } from '../../src/http/graphql-handler.js'
import type { Limits } from '../../src/http/limits.js'
import { createLogger } from '../../src/http/logger.js'
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

/** The key of an admin with the name `local`. Every service of a test knows it. */
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
  /** The parameters as a JSON array. */
  params: string
}

export interface Service {
  /** Runs an operation as a caller would. With the key TEST_KEY, the caller is an admin. */
  request(query: string, variables?: object, key?: string): Promise<Answer>
  /** Creates a key with these roles. */
  key(...roles: Scope[]): Promise<string>
  /** The data of an operation that must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  data(query: string, variables?: object, key?: string): Promise<any>
  /** The only error of an operation that must fail: "BAD_USER_INPUT: first is 0: …". */
  refusal(query: string, variables?: object, key?: string): Promise<string>
  /** The SQL statements that run while the work runs, in order. */
  sqlOf(work: () => Promise<unknown>): Promise<SqlStatement[]>
}

/** Reads a key from the database only once, because tests count the SQL of operations, without that of the key. */
class RememberedKeys extends KeyRing {
  readonly #known = new Map<string, Promise<KnownKey>>()

  override open(text: string): Promise<KnownKey> {
    const known = this.#known.get(text) ?? super.open(text)
    this.#known.set(text, known)
    return known
  }
}

export interface ServiceOptions {
  publicProposals?: boolean
  limits?: Partial<Limits>
  privateReceivers?: boolean
}

/** Creates the real GraphQL handler on a database, without a server. */
export function createService(
  database: Database,
  { publicProposals = true, limits = {}, privateReceivers = false }: ServiceOptions = {},
): Service {
  const { prisma } = database
  const keys = new RememberedKeys(prisma)
  const yoga = createGraphQLHandler({
    ...{ database, logger: createLogger((process.env.TEST_LOG ?? 'silent') as never) },
    ...{ publicProposals, keys, limits, privateReceivers },
  })
  const sql = recordSql(database)
  let stored: Promise<unknown> | null = null
  const request = async (query: string, variables?: object, key?: string): Promise<Answer> => {
    if (key === TEST_KEY) {
      stored ??= sql.ignore(() => storeTestKey(prisma, keys))
      await stored
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
    sqlOf: sql.of,
  }
}

/** Records the SQL statements that run on a database. */
function recordSql(database: Database) {
  const { prisma, read } = database
  const seen: SqlStatement[] = []
  prisma.$on('query' as never, ({ query, params }: SqlStatement) => {
    // Prisma also reports the beginning and the end of a transaction as statements.
    if (!/^(BEGIN|COMMIT|ROLLBACK|-- Implicit)\b/.test(query)) seen.push({ query, params })
  })
  database.read = (statement) => {
    seen.push({ query: statement.text, params: JSON.stringify(statement.values) })
    return read(statement)
  }
  return {
    /** Runs work, and gives the statements that ran in the meantime. */
    async of(work: () => Promise<unknown>): Promise<SqlStatement[]> {
      seen.length = 0
      await work()
      return [...seen]
    },
    /** Runs work without recording its statements. */
    async ignore(work: () => Promise<unknown>): Promise<void> {
      const before = [...seen]
      await work()
      seen.splice(0, seen.length, ...before)
    },
  }
}

/** Stores the key of the tests and reads it once. */
async function storeTestKey({ apiKey }: PrismaClient, keys: KeyRing): Promise<void> {
  const { keyId, secret } = TEST_KEY_PARTS
  const row = { id: newId(), keyId, name: 'local', secretSha256: hashSecret(secret), createdBy: 'test' }
  await apiKey.createMany({ data: { ...row, scopes: scopesOf(['admin']) }, skipDuplicates: true })
  await keys.open(TEST_KEY)
}

interface TextOptions {
  name?: string
  format?: SourceFormat
  path?: string
  /** False by default, unlike for every other caller, because few tests are about texts that shrink. */
  holdShorter?: boolean
}

/** Takes in one article, as every caller does. */
export async function ingestText(
  { prisma }: Database,
  content: string,
  { name = 'story.md', format = 'MARKDOWN', path, holdShorter = false }: TextOptions = {},
): Promise<IngestResult> {
  const source = await parseContent({ content, name, format, path })
  return ingest(prisma, source, 'test', undefined, undefined, { acceptShorter: !holdShorter })
}

export const samplesFolder = fileURLToPath(new URL('../../../../examples/articles', import.meta.url))

/** Takes in the sample articles. */
export async function ingestSamples({ prisma }: Database): Promise<IngestResult[]> {
  const { inputs } = await expandInputs([samplesFolder])
  const results: IngestResult[] = []
  for (const input of inputs) results.push(await ingest(prisma, await readSource(input), 'test'))
  return results
}
