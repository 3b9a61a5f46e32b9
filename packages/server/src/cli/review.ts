import { type Client, mutate, paginate, query, type StatementsReviewInput } from '@onrecord/sdk'
import { EXIT } from './exit-codes.js'
import { polarityColumn, printLine, tell } from './print.js'
import { queueWarnings } from './queue-warnings.js'
import { messageOf, RemoteError, refused, remotely } from './remote.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { withClient } from './target.js'

interface ReviewOptions extends SettingOptions {
  json?: true
}

export interface QueueOptions extends ReviewOptions {
  limit: number
}

export interface DecideOptions extends ReviewOptions {
  reason?: string
  note?: string
}

const PROPOSAL = {
  id: true,
  version: true,
  kind: true,
  polarity: true,
  text: true,
  speaker: { name: true },
  attributions: { asWritten: true, cue: true },
  provenance: { confidence: true },
  article: { title: true, url: true },
} as const

/**
 * Runs `onrecord review`: prints the texts that are held, the verified statements whose words are gone, and the statements
 * that wait for a decision, the surest first.
 */
export async function showQueue({ limit, ...options }: QueueOptions): Promise<void> {
  await withClient(settingsOf(options), async (client) => {
    for (const { json, line } of await queueWarnings(client)) {
      printLine(options.json ? JSON.stringify(json) : line)
    }
    for await (const proposal of paginate((after) => pageOfQueue(client, after), { limit })) {
      if (options.json) printLine(JSON.stringify(proposal))
      else for (const line of proposalLines(proposal)) printLine(line)
    }
  })
}

async function pageOfQueue(client: Client, after: string | null) {
  const { statements } = await remotely(
    client,
    query(client, {
      statements: {
        $: {
          filter: { reviewStatuses: ['PROPOSED'] },
          orderBy: { field: 'REVIEW_PRIORITY', direction: 'DESC' },
          first: 100,
          ...(after ? { after } : {}),
        },
        nodes: PROPOSAL,
        pageInfo: { hasNextPage: true, endCursor: true },
      },
    }),
  )
  return statements
}

type Proposal = Awaited<ReturnType<typeof pageOfQueue>>['nodes'][number]

function proposalLines(proposal: Proposal): string[] {
  const { id, version, kind, polarity, text, speaker, attributions, article } = proposal
  const [by] = attributions
  const who = speaker?.name ?? by?.asWritten ?? 'nobody named'
  return [
    `${id}@${version}  ${article.title}`,
    `  ${kind.padEnd(8)}  ${polarityColumn(polarity)}${who}${by?.cue ? ` (${by.cue})` : ''}: ${text.replace(/\s+/g, ' ')}`,
  ]
}

/** The largest number of decisions in one request. */
const AT_ONCE = 100

export type Decision = Decisions[number]['decision']

/** Runs `onrecord review verify`, `reject` and so on. @returns the exit code; 1 when a decision was refused. */
export async function decide(
  decision: Decision,
  statements: string[],
  { reason, note, ...options }: DecideOptions,
): Promise<number> {
  let failed = 0
  await withClient(settingsOf(options), async (client) => {
    for (let at = 0; at < statements.length; at += AT_ONCE) {
      const decisions = (await versionsOf(client, statements.slice(at, at + AT_ONCE))).map((one) => ({
        ...{ ...one, decision },
        ...(reason ? { reason: reason.toUpperCase().replaceAll('-', '_') as 'OTHER' } : {}),
        ...(note ? { note } : {}),
      }))
      for (const [index, result] of (await review(client, decisions)).entries()) {
        const id = decisions[index]?.id
        if (options.json) printLine(JSON.stringify({ id, ...result }))
        if (result.__typename !== 'StatementSuccess') {
          failed++
          if (!options.json) tell(`${id}: ${withoutPath(messageOf(result))}`)
        } else if (!options.json) {
          const { reviewStatus, version } = result.statement
          printLine(`${reviewStatus.toLowerCase()}  ${id}@${version}`)
        }
      }
    }
  })
  return failed > 0 ? EXIT.failed : EXIT.done
}

/** Drops the path `input.decisions[3].` from a message, for users of the command do not see the request. */
const withoutPath = (message: string) => message.replace(/^input\.decisions\[\d+\]\./, '')

const ERROR = { message: true } as const

async function review(client: Client, decisions: Decisions) {
  const answer = await remotely(
    client,
    mutate(client, {
      statementsReview: {
        $: { input: { decisions } },
        $on: {
          StatementsReviewSuccess: {
            results: {
              $on: {
                StatementSuccess: { statement: { reviewStatus: true, version: true } },
                ConflictError: ERROR,
                NotFoundError: ERROR,
                ValidationError: ERROR,
                ForbiddenError: ERROR,
              },
            },
          },
          ValidationError: ERROR,
          ForbiddenError: ERROR,
        },
      },
    }),
  )
  const result = answer.statementsReview
  if (result?.__typename !== 'StatementsReviewSuccess') throw refused(result)
  return result.results
}

type Decisions = StatementsReviewInput['decisions']

/**
 * Ids and versions of statements.
 *
 * @param statements as `review` shows them, `<id>@<version>`; for an `<id>` alone the current version is read.
 * @throws RemoteError when there is no statement with the id.
 */
async function versionsOf(client: Client, statements: string[]) {
  const named = statements.map((one) => {
    const [, id = one, version] = /^(.+)@(\d{1,9})$/.exec(one) ?? []
    return { id, expectedVersion: version ? Number(version) : null }
  })
  const ids = named.filter((one) => one.expectedVersion === null).map(({ id }) => id)
  if (ids.length === 0) return named as { id: string; expectedVersion: number }[]
  const found = await remotely(
    client,
    query(client, {
      statements: { $: { filter: { ids }, first: AT_ONCE }, nodes: { id: true, version: true } },
    }),
  )
  const versions = new Map(found.statements.nodes.map(({ id, version }) => [id, version]))
  const missing = ids.filter((id) => !versions.has(id))
  if (missing.length > 0) throw new RemoteError(`there is no statement ${missing[0]}: see onrecord review`)
  return named.map(({ id, expectedVersion }) => ({
    id,
    expectedVersion: expectedVersion ?? (versions.get(id) as number),
  }))
}
