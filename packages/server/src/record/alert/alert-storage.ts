import { randomBytes } from 'node:crypto'
import type { ReadRows, Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import { sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { ForbiddenError, InputError, NotFoundError, RequestError } from '../errors.js'
import { checkWords } from '../lists/conditions.js'
import type { StatementFilter } from '../statement/filter.js'
import { filterToStore, storedFilter } from '../statement/stored-filter.js'
import type { Viewer } from '../viewer.js'
import { given, uuidIn, wrong } from '../write/input.js'
import { line } from '../write/line.js'
import type { Written } from '../write/outcome.js'
import { searchAll } from './alert-search.js'

/** Alerts that one key may have, and statements that may match when an alert is made. */
export const [MOST_ALERTS, MOST_MATCHING] = [20, 10_000]

/** Most characters of a name, and most code units of a quotation. */
export const [LONGEST_NAME, LONGEST_QUOTE] = [200, 2_000]

const NO_FILTER: StatementFilter = { includeSubtopics: true, includeUndated: false, includeDeleted: false }

/** Whoever writes to an alert, and what they read with. */
export interface AlertWriter {
  prisma: PrismaClient
  read: ReadRows
  viewer: Viewer
  keyId: string | null
}

/** The fields of an alert that people set. */
export interface AlertPatch {
  name?: string | null | undefined
  statements?: StatementFilter | null | undefined
  quote?: string | null | undefined
  minSimilarity?: number | null | undefined
  webhookId?: string | null | undefined
}

/** An alert as it will be, with the statements that match already. */
export interface PreparedAlert {
  /** UUID of the alert that is changed; null for a new one. */
  id: string | null
  ownerKeyId: string | null
  columns: object
  /** The place in the log before the search for those that match. */
  cursor: bigint
  /** Null when what it looks for stays the same. */
  matching: string[] | null
}

/**
 * The id of the key that owns what a caller makes; null for who works on the database itself.
 *
 * @throws InputError for a caller without a key.
 */
export function ownerOf({ keyId, viewer }: Pick<AlertWriter, 'keyId' | 'viewer'>): string | null {
  if (keyId === null && !viewer.scopes.has('admin'))
    throw new InputError(['input'], 'input needs a key: an alert belongs to the key that made it')
  return keyId
}

/** Checks an alert and finds what matches it already, which it will not tell of. @throws InputError, NotFoundError */
export async function prepareAlert(
  globalId: string | null,
  patch: AlertPatch,
  writer: AlertWriter,
): Promise<PreparedAlert> {
  const { prisma, viewer } = writer
  const ownerKeyId = ownerOf(writer)
  const before = globalId === null ? null : await ownAlert(prisma, globalId, ownerKeyId)
  const at = (field: string) => ['input', field]
  const name = given(patch.name, at('name'), (value, path) => line(value, path, LONGEST_NAME)) ?? before?.name
  const filter =
    patch.statements === undefined && before ? storedFilter(before.filter) : (patch.statements ?? NO_FILTER)
  const stored = filterToStore(filter, viewer, at('statements'))
  const quote = patch.quote === undefined ? (before?.quote ?? null) : readQuote(patch.quote)
  const minSimilarity = readSimilarity(patch.minSimilarity, before?.minSimilarity)
  const webhookId =
    patch.webhookId === undefined ? (before?.webhookId ?? null) : await webhookOf(patch.webhookId, writer)
  const isSame =
    before && patch.statements === undefined && patch.quote === undefined && patch.minSimilarity == null
  const [log] = await prisma.$queryRaw<{ last: bigint }[]>(
    sql`SELECT coalesce(max(sequence), 0) AS last FROM "Change"`,
  )
  return {
    ...{ id: before?.id ?? null, ownerKeyId, cursor: log?.last ?? 0n },
    columns: { name, filter: stored, quote, minSimilarity, webhookId },
    matching: isSame ? null : await matchingNow({ filter, quote, minSimilarity }, writer),
  }
}

async function matchingNow(search: Parameters<typeof searchAll>[1], writer: AlertWriter): Promise<string[]> {
  try {
    const found = await searchAll(writer, search, writer.viewer, MOST_MATCHING + 1)
    if (found.length <= MOST_MATCHING) return found.map(({ id }) => id)
  } catch (error) {
    if (error instanceof RequestError)
      throw new InputError(['input', 'quote'], `input.quote: ${error.message}`)
    throw error
  }
  throw wrong(
    ['input', 'statements'],
    `matches more than ${MOST_MATCHING} statements: narrow it, or follow \`changes\` or a webhook`,
  )
}

/** Writes an alert that was prepared. @throws InputError when its owner has too many. */
export async function saveAlert(tx: Transaction, prepared: PreparedAlert): Promise<Written> {
  const { ownerKeyId, columns, cursor, matching } = prepared
  const id = prepared.id ?? newId()
  if (prepared.id === null) {
    // Two at once would both count one too few.
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext(${`alerts of ${ownerKeyId}`}))`)
    if ((await tx.alert.count({ where: { ownerKeyId } })) >= MOST_ALERTS)
      throw wrong(['input'], `is one too many: a key has at most ${MOST_ALERTS} alerts, so delete one first`)
    const token = randomBytes(24).toString('base64url')
    await tx.alert.create({
      data: { ...(columns as { name: string; filter: object }), id, ownerKeyId, token, cursor },
    })
  } else {
    const place = matching === null ? {} : { cursor }
    await tx.alert.update({ where: { id }, data: { ...columns, ...place } })
  }
  const rows = (matching ?? []).map((statementId) => ({ alertId: id, statementId }))
  await insertRows(tx, { table: 'AlertMatch', rows, skipDuplicates: true })
  return { id }
}

/** Deletes an alert, its feed and what it has found. @returns its global id. */
export async function deleteAlert(
  tx: Transaction,
  globalId: string,
  writer: Pick<AlertWriter, 'keyId' | 'viewer'>,
): Promise<string> {
  const { id } = await ownAlert(tx, globalId, ownerOf(writer))
  await tx.alert.delete({ where: { id } })
  return globalId
}

/** @throws InputError, NotFoundError also for an alert of another key. */
async function ownAlert({ alert }: Pick<Transaction, 'alert'>, globalId: string, ownerKeyId: string | null) {
  const id = uuidIn('Alert', globalId, ['input', 'id'])
  const found = await alert.findFirst({ where: { id, ownerKeyId } })
  if (!found) throw new NotFoundError('Alert', globalId)
  return found
}

/** The UUID of a webhook, which only admins may name. */
async function webhookOf(globalId: string | null, { prisma, viewer }: AlertWriter): Promise<string | null> {
  if (globalId === null) return null
  if (!viewer.scopes.has('admin')) throw new ForbiddenError('admin')
  const id = uuidIn('Webhook', globalId, ['input', 'webhookId'])
  if ((await prisma.webhook.count({ where: { id } })) > 0) return id
  throw new NotFoundError('Webhook', globalId, 'input.webhookId')
}

function readQuote(quote: string | null): string | null {
  if (quote === null) return null
  const path = ['input', 'quote']
  if (quote.length > LONGEST_QUOTE)
    throw wrong(path, `has ${quote.length} code units: pass at most ${LONGEST_QUOTE}`)
  try {
    return checkWords(quote, 'input.quote')
  } catch (error) {
    throw new InputError(path, (error as Error).message)
  }
}

function readSimilarity(given: number | null | undefined, before = 0.8): number {
  const least = given ?? before
  if (least >= 0 && least <= 1) return least
  throw wrong(['input', 'minSimilarity'], `is ${least}: pass a number from 0 to 1`)
}
