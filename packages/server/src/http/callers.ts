import type { Database } from '../database/database.js'
import type { Context } from '../graphql/context.js'
import { authenticate, type Caller, keyIdOf } from '../record/api-key/authenticate.js'
import type { KeyRing } from '../record/api-key/key-ring.js'
import type { Viewer } from '../record/viewer.js'
import { AskedIds } from '../record/visibility/asked-ids.js'
import type { Entry } from './entry.js'

/** What the contexts of all requests have. */
type Tools = Pick<Context, 'extractor' | 'parse' | 'live' | 'progress' | 'privateReceivers'>

/** Makes the contexts of requests. */
export class Callers {
  readonly #database: Database
  readonly #keys: KeyRing
  readonly #nobody: Viewer
  readonly #tools: Tools

  /**
   * @param nobody the viewer that callers without a key are.
   * @param tools what reads the articles that callers put in, what streams follow, and what is allowed.
   */
  constructor(database: Database, keys: KeyRing, nobody: Viewer, tools: Tools) {
    this.#database = database
    this.#keys = keys
    this.#nobody = nobody
    this.#tools = tools
  }

  /**
   * The context of a request.
   *
   * @param entry what is known of the request; the id of its key is noted there.
   * @param deadline when its reads have to stop, in milliseconds since 1970. Default: never.
   * @throws RequestError UNAUTHENTICATED
   */
  async contextOf(authorization: string | null, entry: Entry, deadline?: number): Promise<Context> {
    entry.keyId = keyIdOf(authorization)
    const caller = await authenticate(authorization, this.#keys, this.#nobody)
    return this.contextAs(caller, entry.requestId, deadline)
  }

  /** The context in which somebody reads who sends no request. */
  contextAs({ viewer, keyId }: Caller, requestId: string, deadline?: number): Context {
    const { prisma, read, kind } = this.#database
    return {
      ...{ prisma, askedIds: new AskedIds(), viewer, keyId },
      environment: kind === 'embedded' ? 'local' : 'live',
      read: until(read, deadline),
      ...this.#tools,
      requestId,
    }
  }

  /** The context of a caller for further work, of which nothing was read yet. */
  renewed(context: Context, deadline: number): Context {
    return { ...context, askedIds: new AskedIds(), read: until(this.#database.read, deadline) }
  }
}

const until = (read: Database['read'], deadline?: number): Database['read'] =>
  deadline === undefined ? read : (statement) => read(statement, deadline)
