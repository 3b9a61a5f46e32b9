import { sql } from '../../database/sql.js'
import { matchAlerts } from '../../record/alert/match-alerts.js'
import { fanOut } from '../../record/webhook/fan-out.js'
import { pruneDeliveries } from '../../record/webhook/prune.js'
import type { Logger } from '../logger.js'
import { type DeliverOptions, deliver } from './deliver.js'
import type { DeliveryQueue, QueueTimes, TakenDelivery } from './delivery-queue.js'

/** Milliseconds between two looks for what is to be done, and between two removals of old deliveries. */
const [INTERVAL, PRUNE_INTERVAL] = [1_000, 3_600_000]

/** Milliseconds for which a stopping process waits for receivers. */
const PATIENCE = 3_000

/** Deliveries that one process sends at the same time. */
const AT_ONCE = 8

export interface DispatcherOptions extends DeliverOptions {
  logger: Logger
  times?: Partial<QueueTimes>
}

/**
 * Delivers what changes to webhooks, and matches alerts: it makes deliveries from the change log, gives them to the queue, takes from the queue,
 * and sends. Any number of processes do so on one database. While there is no webhook and no alert, it costs one small statement a second.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #underWay = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #queue: DeliveryQueue | null = null
  #loop: Promise<void> = Promise.resolve()
  #isStopped = false
  #isAwake = false
  #wake = () => {}
  #stopListening: (() => Promise<void>) | null = null
  #pruned = 0

  constructor(options: Omit<DispatcherOptions, 'signal'>) {
    this.#options = { ...options, signal: this.#stopping.signal }
  }

  start(): void {
    this.#loop = this.#run()
  }

  /** Looks for what is to be done now. */
  wake(): void {
    this.#isAwake = true
    this.#wake()
  }

  /** Takes no more deliveries, and waits for those that are being sent, but not for receivers that take long. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#stopping.abort(), PATIENCE)
    this.#isStopped = true
    this.wake()
    await this.#loop
    await Promise.all(this.#underWay)
    clearTimeout(timer)
    await this.#stopListening?.()
    await this.#queue?.stop()
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      this.#isAwake = false
      if (!(await this.#tryStep())) await this.#rest()
    }
  }

  /** Waits for a while, or until somebody wakes it. */
  #rest(): Promise<void> {
    if (this.#isAwake) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, INTERVAL).unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async #tryStep(): Promise<boolean> {
    try {
      return await this.#step()
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'webhooks: a step failed, and is tried again')
      return false
    }
  }

  /** @returns whether there is more to do at once. */
  async #step(): Promise<boolean> {
    const { database, publicSight } = this.#options
    const { prisma } = database
    const [is] = await prisma.$queryRaw<{ webhook: boolean; alert: boolean }[]>(sql`
      SELECT EXISTS (SELECT FROM "Webhook" WHERE "disabledAt" IS NULL) AS webhook,
        EXISTS (SELECT FROM "Alert") AS alert`)
    if (!is?.webhook && !is?.alert) return false
    this.#stopListening ??= await database.listen('onrecord_changes', () => this.wake())
    const isMatching = is.alert && (await matchAlerts(database, publicSight))
    if (!is.webhook) return isMatching
    this.#queue ??= await this.#startQueue()
    const isMore = await fanOut(database, publicSight)
    while (await this.#queue.fill());
    const free = AT_ONCE - this.#underWay.size
    const taken = free > 0 ? await this.#queue.take(free) : []
    for (const one of taken) this.#send(one)
    if (Date.now() - this.#pruned > PRUNE_INTERVAL) {
      this.#pruned = Date.now()
      await pruneDeliveries(prisma)
    }
    return isMatching || isMore || (taken.length > 0 && this.#underWay.size < AT_ONCE)
  }

  #send(taken: TakenDelivery): void {
    const sending = deliver(taken, this.#options)
      .catch((error: unknown) => {
        // The queue gives it to some process again once its time has run out.
        this.#options.logger.error({ err: error, delivery: taken.deliveryId }, 'a delivery was not sent')
      })
      .finally(() => {
        this.#underWay.delete(sending)
        this.wake()
      })
    this.#underWay.add(sending)
  }

  async #startQueue(): Promise<DeliveryQueue> {
    const { database, logger, times } = this.#options
    // Loaded here, because most services have no webhook.
    const { DeliveryQueue, QUEUE_TIMES } = await import('./delivery-queue.js')
    const queue = new DeliveryQueue(database, { ...QUEUE_TIMES, ...times }, (error) =>
      logger.warn({ err: error }, 'webhooks: the queue failed, and tries again'),
    )
    await queue.start()
    return queue
  }
}
