import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { sessionSecret } from '../../record/api-key/session-secret.js'
import { isOfSameOrigin, isSecure, sessionCookie, setCookie } from './session-cookie.js'
import { type Session, SessionSeal } from './session-seal.js'

/** Milliseconds after which the cookie of a session that is used is written anew. */
const RENEWED_AFTER = 10 * 60_000

/** The header by which a page of a session shows that it is ours. */
const PROOF = 'x-onrecord-csrf'

/** Who has signed in at the desk. A session is a cookie with a sealed key; the service keeps no list of them. */
export class Sessions {
  readonly #prisma: PrismaClient
  readonly #trustProxy: number
  readonly #now: () => number
  #seal: Promise<SessionSeal> | null = null

  constructor(prisma: PrismaClient, trustProxy: number, now: () => number = Date.now) {
    this.#prisma = prisma
    this.#trustProxy = trustProxy
    this.#now = now
  }

  /** The session of a request, and what its pages send as proof; null without a session that is good. */
  async of(request: IncomingMessage): Promise<{ session: Session; proof: string } | null> {
    const cookie = sessionCookie(request)
    if (cookie === null) return null
    const seal = await this.#sealing()
    const session = seal.open(cookie)
    return session && { session, proof: seal.proofOf(session) }
  }

  /** Writes the cookie of a session: of a new one of a key, or of the same one with a new age. */
  async keep(request: IncomingMessage, response: ServerResponse, key: string, id?: string): Promise<void> {
    const seal = await this.#sealing()
    const cookie = setCookie(seal.seal(seal.begin(key, id)), isSecure(request, this.#trustProxy))
    response.setHeader('set-cookie', cookie)
  }

  /** Takes the cookie away. */
  end(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('set-cookie', setCookie(null, isSecure(request, this.#trustProxy)))
  }

  /**
   * Lets a request of the desk use the key of its session, as if it had sent that itself. Reads and writes alike need the
   * proof and the same origin; without both, the cookie is ignored.
   *
   * @returns whether the request has a session; "ended" when it may not go on: a page that shows a proof expects to be
   *   known, and must not be taken for a stranger once its session has ended.
   */
  async authorise(request: IncomingMessage, response: ServerResponse): Promise<boolean | 'ended'> {
    const { headers } = request
    const proof = headers[PROOF]
    if (headers.authorization !== undefined || typeof proof !== 'string') return false
    const cookie = sessionCookie(request)
    if (cookie !== null && !isOfSameOrigin(request)) return false
    const seal = await this.#sealing()
    const session = cookie === null ? null : seal.open(cookie)
    if (!session || !seal.isProof(session, proof)) return 'ended'
    headers.authorization = `Bearer ${session.key}`
    if (seal.age(session) > RENEWED_AFTER) await this.keep(request, response, session.key, session.id)
    return true
  }

  /** The secret is read once; a database that cannot be reached is asked again. */
  #sealing(): Promise<SessionSeal> {
    this.#seal ??= sessionSecret(this.#prisma).then(
      (secret) => new SessionSeal(secret, this.#now),
      (error: unknown) => {
        this.#seal = null
        throw error
      },
    )
    return this.#seal
  }
}
