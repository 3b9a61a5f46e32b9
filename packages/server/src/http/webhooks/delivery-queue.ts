import { fromPrisma, type Job, PgBoss } from 'pg-boss'
import type { Database, Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { sql } from '../../database/sql.js'

const QUEUE = 'webhook-deliveries'

/** How many deliveries are given to the queue in one transaction. */
const BATCH = 500

/** Deliveries that are sent to one webhook at the same time, by all processes together. */
const OF_WEBHOOK = 8

export interface QueueTimes {
  /** Seconds after which a first failure is followed by a second try; each pause is about twice as long as the one before. */
  retryDelay: number
  /** Seconds that a pause has at most. */
  retryDelayMax: number
  /** Seconds after which a try whose process has ended is made by another. */
  expireIn: number
}

/** With 16 tries: after 5 s, 10 s, 20 s … and at last every 4 hours, for about a day. */
export const QUEUE_TIMES: QueueTimes = { retryDelay: 5, retryDelayMax: 14_400, expireIn: 20 }

interface DeliveryJob {
  deliveryId: string
}

/** A delivery that this process has taken from the queue. It ends it within a transaction: it is done, or comes again. */
export interface TakenDelivery {
  deliveryId: string
  complete(tx: Transaction): Promise<void>
  /** @returns when it comes again. */
  again(tx: Transaction): Promise<Date>
}

/**
 * The queue of deliveries, in the schema `pgboss` of the database: any number of processes take from it, each delivery is
 * with one of them at a time, and what a process had when it ended is taken by another. Deliveries of one object to one
 * webhook come one after the other: while one waits for its next try, those behind it wait, too.
 */
export class DeliveryQueue {
  readonly #boss: PgBoss
  readonly #prisma: Database['prisma']
  readonly #times: QueueTimes

  constructor({ run, kind, prisma }: Database, times: QueueTimes, onError: (error: Error) => void) {
    this.#prisma = prisma
    this.#times = times
    this.#boss = new PgBoss({
      db: { executeSql: run },
      ...(kind === 'embedded' ? { backend: 'pglite' } : {}),
      // Nothing is scheduled; what expires is looked for as often as tries may expire.
      ...{ schedule: false, monitorVacuum: false, reindex: false, maintenanceIntervalSeconds: 3_600 },
      superviseIntervalSeconds: Math.max(1, times.expireIn / 2),
      monitorIntervalSeconds: Math.max(1, times.expireIn / 2),
    })
    this.#boss.on('error', onError)
  }

  /** Makes the queue's tables when they are missing. */
  async start(): Promise<void> {
    const { retryDelay, retryDelayMax, expireIn: expireInSeconds } = this.#times
    await this.#boss.start()
    const options = {
      ...{ retryDelay, retryDelayMax, retryBackoff: true, expireInSeconds },
      // The tries are counted at the delivery: a job that failed for good would hold up those behind it for ever.
      retryLimit: 10_000,
      ...{ deleteAfterSeconds: 3_600, retentionSeconds: 365 * 86_400 },
    }
    await this.#boss.createQueue(QUEUE, { ...options, policy: 'key_strict_fifo' })
    await this.#boss.updateQueue(QUEUE, options)
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false })
  }

  /** Takes deliveries whose turn it is, at most so many. */
  async take(most: number): Promise<TakenDelivery[]> {
    const jobs = await this.#boss.fetch<DeliveryJob>(QUEUE, {
      ...{ batchSize: most, groupConcurrency: OF_WEBHOOK },
    })
    return jobs.map((job) => ({ deliveryId: job.data.deliveryId, ...this.#endOf(job) }))
  }

  /**
   * Gives deliveries that wait to the queue, in the order of their changes.
   *
   * @returns whether there may be more.
   */
  async fill(): Promise<boolean> {
    const waiting = await this.#prisma.$queryRaw<unknown[]>(
      sql`SELECT 1 FROM "WebhookDelivery" WHERE "queuedAt" IS NULL AND status = 'PENDING' LIMIT 1`,
    )
    if (waiting.length === 0) return false
    return (await this.#prisma.$transaction((tx) => this.#fillIn(tx))) === BATCH
  }

  /**
   * The queue sorts by the time at which the transaction began that filled it, so one that began before another has
   * committed leaves the work to the next.
   */
  async #fillIn(tx: Transaction): Promise<number> {
    const turn = await tx.$queryRaw<unknown[]>(sql`
      SELECT id FROM "DeliveryQueue" WHERE "filledAt" < now() OR "filledAt" > clock_timestamp()
      FOR UPDATE SKIP LOCKED`)
    if (turn.length === 0) return 0
    const waiting = await tx.$queryRaw<{ id: string; webhookId: string; objectId: string | null }[]>(sql`
      SELECT d.id::text, d."webhookId"::text, d."entityId"::text AS "objectId"
      FROM "WebhookDelivery" d JOIN "Webhook" w ON w.id = d."webhookId"
      WHERE d."queuedAt" IS NULL AND d.status = 'PENDING' AND w."disabledAt" IS NULL
      ORDER BY d."createdAt", d.id LIMIT ${BATCH}`)
    if (waiting.length === 0) return 0
    const jobs = waiting.map(({ id, webhookId, objectId }) => ({
      ...{ id: newId(), data: { deliveryId: id }, group: { id: webhookId } },
      singletonKey: `${webhookId}:${objectId ?? id}`,
    }))
    await this.#boss.insert(QUEUE, jobs, { db: fromPrisma(tx) })
    const ids = waiting.map(({ id }) => id)
    await tx.webhookDelivery.updateMany({ where: { id: { in: ids } }, data: { queuedAt: new Date() } })
    await tx.$executeRaw(sql`UPDATE "DeliveryQueue" SET "filledAt" = now()`)
    return waiting.length
  }

  #endOf({ id }: Job<DeliveryJob>): Omit<TakenDelivery, 'deliveryId'> {
    return {
      complete: async (tx) => {
        await this.#boss.complete(QUEUE, id, null, { db: fromPrisma(tx) })
      },
      again: async (tx) => {
        const db = fromPrisma(tx)
        await this.#boss.fail(QUEUE, id, null, { db })
        const job = await this.#boss.getJobById(QUEUE, id, { db })
        return job?.startAfter ?? new Date()
      },
    }
  }
}
