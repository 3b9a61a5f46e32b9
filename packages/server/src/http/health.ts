import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PrismaClient } from '../generated/prisma/client.js'

/** Milliseconds that the database may take to answer. */
const DATABASE_TIMEOUT = 2_000

export interface Health {
  /** True from SIGTERM on: load balancers should send no more requests. */
  stopping: boolean
}

/**
 * Answers `/health/live` (200 while the process runs) and `/health/ready` (200 when it can answer queries, else 503).
 *
 * @returns false when the request has another path; it is not answered then.
 */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  prisma: PrismaClient,
  health: Health,
): Promise<boolean> {
  const path = request.url?.split('?')[0]
  if (path !== '/health/live' && path !== '/health/ready') return false
  const status = path === '/health/live' ? 'live' : await readiness(prisma, health)
  const body = JSON.stringify({ status })
  response.writeHead(status === 'live' || status === 'ready' ? 200 : 503, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
  response.end(body)
  return true
}

async function readiness(prisma: PrismaClient, health: Health): Promise<string> {
  if (health.stopping) return 'stopping'
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), DATABASE_TIMEOUT)
  })
  try {
    await Promise.race([prisma.$queryRaw`SELECT 1`, late])
    return 'ready'
  } catch {
    // A probe needs only the status. The log has the queries that fail.
    return 'database unavailable'
  } finally {
    clearTimeout(timer)
  }
}
