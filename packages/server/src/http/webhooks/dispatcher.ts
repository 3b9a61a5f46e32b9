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
const AT_ONCE = 16

export interface DispatcherOptions extends DeliverOptions {
  logger: Logger
  times?: Partial<QueueTimes>
}

/**
 * Delivers what changes to webhooks, and matches alerts: it makes deliveries from the change log, gives them to the queue,
 * takes from the queue, and sends. Any number of processes do so on one database. While there is no webhook and no alert, it
 * costs one small statement a second.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #underWay = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #queue: DeliveryQueue | null = null
  #loop: Promise<void> = Promise.resolve()
  #isStopped = false
  #isAwake = false
  /** When it last looked for changes; 0 when it was told of some since. */
  #looked = 0
  #wake = () => {}
  #stopListening: (() => Promise<void>) | null = null
  #pruned = 0

  constructor(options: Omit<DispatcherOptions, 'signal'>) {
    this.#options = { ...options, signal: this.#stopping.signal }
  }

  start(): void {
    this.#loop = this.#run()
  }

  #rouse(): void {
    this.#isAwake = true
    this.#wake()
  }

  /** Takes no more deliveries, and waits for those that are being sent, but not for receivers that take long. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#stopping.abort(), PATIENCE)
    this.#isStopped = true
    this.#rouse()
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
    // A delivery that has ended makes room for others, and tells of no changes.
    const isTime = Date.now() - this.#looked >= INTERVAL
    const isMore = isTime && (await this.#look())
    const free = AT_ONCE - this.#underWay.size
    const taken = free > 0 && this.#queue ? await this.#queue.take(free) : []
    for (const one of taken) this.#send(one)
    return isMore || (taken.length > 0 && this.#underWay.size < AT_ONCE)
  }

  /** Looks for changes, and gives the queue what follows from them. @returns whether there may be more. */
  async #look(): Promise<boolean> {
    const { database, publicSight } = this.#options
    this.#looked = Date.now()
    const [is] = await database.prisma.$queryRaw<{ webhook: boolean; alert: boolean }[]>(sql`
      SELECT EXISTS (SELECT FROM "Webhook" WHERE "disabledAt" IS NULL) AS webhook,
        EXISTS (SELECT FROM "Alert") AS alert`)
    if (!is?.webhook && !is?.alert) return false
    this.#stopListening ??= await database.listen('onrecord_changes', () => {
      this.#looked = 0
      this.#rouse()
    })
    let isMore = is.alert && (await matchAlerts(database, publicSight))
    if (is.webhook) {
      this.#queue ??= await this.#startQueue()
      if (await fanOut(database, publicSight)) isMore = true
      while (await this.#queue.fill());
      await this.#prune()
    }
    if (isMore) this.#looked = 0
    return isMore
  }

  async #prune(): Promise<void> {
    if (Date.now() - this.#pruned < PRUNE_INTERVAL) return
    this.#pruned = Date.now()
    await pruneDeliveries(this.#options.database.prisma)
  }

  #send(taken: TakenDelivery): void {
    const sending = deliver(taken, this.#options)
      .catch((error: unknown) => {
        // The queue gives it to some process again once its time has run out.
        this.#options.logger.error({ err: error, delivery: taken.deliveryId }, 'a delivery was not sent')
      })
      .finally(() => {
        this.#underWay.delete(sending)
        this.#rouse()
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
