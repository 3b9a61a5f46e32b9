import type { Database } from '../database/database.js'
import type { Context } from '../graphql/context.js'
import { authenticate, keyIdOf } from '../record/api-key/authenticate.js'
import type { KeyRing } from '../record/api-key/key-ring.js'
import type { Viewer } from '../record/viewer.js'
import { AskedIds } from '../record/visibility/asked-ids.js'
import type { Entry } from './entry.js'

/** Makes the contexts of requests. */
export class Callers {
  readonly #database: Database
  readonly #keys: KeyRing
  readonly #nobody: Viewer
  readonly #ingest: Pick<Context, 'extractor' | 'parse'>

  /**
   * @param nobody the viewer that callers without a key are.
   * @param ingest what reads the articles that callers put in.
   */
  constructor(
    database: Database,
    keys: KeyRing,
    nobody: Viewer,
    ingest: Pick<Context, 'extractor' | 'parse'>,
  ) {
    this.#database = database
    this.#keys = keys
    this.#nobody = nobody
    this.#ingest = ingest
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
    const { viewer, keyId } = await authenticate(authorization, this.#keys, this.#nobody)
    const { prisma, read, kind } = this.#database
    return {
      ...{ prisma, askedIds: new AskedIds(), viewer, keyId },
      environment: kind === 'embedded' ? 'local' : 'live',
      read: deadline === undefined ? read : (statement) => read(statement, deadline),
      ...this.#ingest,
      requestId: entry.requestId,
    }
  }
}
