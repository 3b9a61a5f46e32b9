import { sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { feedPath } from '../../graphql/alert/type.js'
import type { Context } from '../../graphql/context.js'
import type { Matched } from '../../record/alert/alert-search.js'
import type { Caller } from '../../record/api-key/authenticate.js'
import { equalInConstantTime } from '../../record/api-key/key-text.js'
import type { Sight } from '../../record/viewer.js'
import { ownerNow } from '../../record/webhook/owner.js'
import { errorAnswer, type WholeAnswer } from '../edge/send-answer.js'
import { type Account, rateRefusal } from '../rate-limit.js'
import { deliveredObjects } from '../webhooks/delivered-object.js'

/** The newest matches that a feed has. */
const MOST_ENTRIES = 50

/** The paths of feeds; the first group is the UUID of the alert. */
export const FEED_PATH = /^\/alerts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.atom$/

export interface FeedOptions {
  prisma: PrismaClient
  /** What callers without scopes see. */
  publicSight: Sight
  /** Makes the context in which somebody reads. */
  contextAs(reader: Caller, requestId: string): Context
  /** The origin that links have: "https://record.example". */
  baseUrl: string
  /** Whether statements have pages. */
  pages: boolean
}

interface FoundMatch {
  statementId: string
  foundAt: Date
  matched: Matched
}

/** What a feed says of a statement. */
interface Told {
  id: string
  text: string
  speaker: { id: string; name: string } | null
  article: { title: string; url: string | null }
}

/** Points that a feed costs whoever asks for it. */
const COST = 5

/** Answers with a feed when it can be paid for. */
export async function paidFeed(
  account: Account,
  feed: () => Promise<WholeAnswer | null>,
): Promise<WholeAnswer | null> {
  const lacking = account.pay(COST)
  if (!lacking) return feed()
  const { status, headers, error } = rateRefusal(lacking, account)
  return errorAnswer(status, 'RATE_LIMITED', error.message, headers)
}

/**
 * The Atom feed of an alert: what it has found, the newest first, as far as the owner of the alert may see it now.
 *
 * @param token what the path has behind `token=`.
 * @returns null when there is no such alert, its token is another, or the key of its owner is no longer good.
 */
export async function alertFeed(
  id: string,
  token: string,
  { prisma, publicSight, contextAs, baseUrl, pages }: FeedOptions,
): Promise<WholeAnswer | null> {
  const alert = await prisma.alert.findUnique({ where: { id } })
  if (!alert || !equalInConstantTime(alert.token, token)) return null
  const { ownerKeyId: keyId } = alert
  const viewer = await ownerNow(prisma, keyId, publicSight)
  if (!viewer) return null
  const matches = await prisma.$queryRaw<FoundMatch[]>(sql`
    SELECT "statementId"::text, "foundAt", matched FROM "AlertMatch"
    WHERE "alertId" = ${id}::uuid AND "foundAt" IS NOT NULL
    ORDER BY "foundAt" DESC, "statementId" DESC LIMIT ${MOST_ENTRIES}`)
  const ids = matches.map(({ statementId }) => statementId)
  const told = await deliveredObjects(contextAs({ viewer, keyId }, id), 'STATEMENT', ids)
  // Loaded here, for most services have no feed.
  const { statementPath, writeFeed } = await import('@onrecord/web/feed')
  const pageOf = (statement: Told) => (pages ? baseUrl + statementPath(statement) : null)
  const entries = matches.flatMap((match, index) => {
    const statement = told[index] as Told | null
    return statement ? [entryOf(statement, match, pageOf(statement))] : []
  })
  const body = writeFeed({
    id: `urn:uuid:${id}`,
    title: { value: alert.name },
    updated: matches[0]?.foundAt ?? alert.createdAt,
    authors: [{ name: 'On Record' }],
    links: [{ rel: 'self', type: 'application/atom+xml', href: baseUrl + feedPath(alert) }],
    generator: { text: 'On Record' },
    entries,
  })
  const headers = {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'private, max-age=60',
  }
  return { status: 200, headers, body }
}

function entryOf(
  { text, speaker, article }: Told,
  { statementId, foundAt: updated, matched }: FoundMatch,
  page: string | null,
) {
  const words = matched.ranges.map(({ start, end }) => text.slice(start, end))
  const found = words.length > 0 ? `Matched: ${words.map((word) => `“${word}”`).join(', ')}` : null
  const alike = matched.similarity === null ? null : `Similarity: ${matched.similarity.toFixed(2)}`
  return {
    id: `urn:uuid:${statementId}`,
    title: { value: `${speaker?.name ?? 'Somebody'}: ${shortened(text)}` },
    updated,
    links: [
      ...(page ? [{ rel: 'alternate', type: 'text/html', href: page }] : []),
      ...(article.url ? [{ rel: 'related', href: article.url }] : []),
    ],
    authors: [{ name: speaker?.name ?? 'unknown' }],
    summary: { value: [found, alike, `In: ${article.title}`].filter((part) => part !== null).join('. ') },
    content: { value: text },
  }
}

/** Most characters of a title. */
const LONGEST_TITLE = 120

const shortened = (text: string) =>
  text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE).toWellFormed()}…` : text
