import {
  ChangedType,
  type Client,
  listChanges,
  listSpeakers,
  type ResponseEvent,
  StatementChangedDocument,
  type StatementFilter,
  type SyncedChange,
  subscribe,
  sync,
} from '@onrecord/sdk'
import { ConfigurationError } from '../http/configuration.js'
import { parseGlobalId } from '../record/global-id.js'
import { alternatives } from '../text/alternatives.js'
import { changeLine, type WatchedChange } from './change-line.js'
import { printLine, tell } from './print.js'
import { RemoteError, remotely } from './remote.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { findServer } from './target.js'
import { untilStopped } from './until-stopped.js'

export interface WatchOptions extends SettingOptions {
  after?: string
  fromStart?: true
  types?: string[]
  speaker?: string
  filter?: object
  count?: number
  json?: true
}

/** Runs `onrecord watch` until SIGTERM or SIGINT, or until it has printed `count` changes. */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal } = untilStopped()
  const types = options.types?.map(typeNamed)
  const client = await findServer(settingsOf(options), { onResponse: tellOfLoss(signal) })
  const print = async () => {
    let left = options.count ?? Number.POSITIVE_INFINITY
    for await (const change of await changesOf(client, options, types, signal)) {
      printLine(options.json ? JSON.stringify(change) : changeLine(change))
      if (--left === 0) break
    }
  }
  try {
    await remotely(client, print())
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** @throws ConfigurationError when there is no such type. */
function typeNamed(name: string) {
  const type = name.toUpperCase()
  if (Object.hasOwn(ChangedType, type)) return ChangedType[type as keyof typeof ChangedType]
  const all = alternatives(Object.values(ChangedType).map((each) => each.toLowerCase()))
  throw new ConfigurationError(`--types is "${name}": it takes ${all}, with commas between them`)
}

/** The changes that the options ask for, from the server as it is now on, or from the place that they name. */
async function changesOf(
  client: Client,
  { after, fromStart, speaker, filter }: WatchOptions,
  types: (keyof typeof ChangedType)[] | undefined,
  signal: AbortSignal,
): Promise<AsyncIterable<WatchedChange>> {
  // Asked for in any case: when the server is not there from the beginning, nobody wants to wait for it.
  const now = (await listChanges(client, { last: 1 }, { signal })).pageInfo.endCursor
  const from = fromStart ? null : (after ?? now)
  if (!speaker && !filter) return withCursors(sync(client, { after: from, types, signal }))
  const speakerIds = speaker ? { speakerIds: await speakersCalled(client, speaker, signal) } : {}
  return ofStatements(client, { ...filter, ...speakerIds }, from, signal)
}

async function* withCursors(changes: AsyncIterable<SyncedChange>): AsyncGenerator<WatchedChange> {
  for await (const { cursor, change } of changes) {
    const { id: _ofChange, ...told } = change
    yield { cursor, ...told }
  }
}

async function* ofStatements(
  client: Client,
  filter: StatementFilter,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<WatchedChange> {
  const options = { signal, endless: true }
  for await (const { statementChanged } of subscribe(
    client,
    StatementChangedDocument,
    { filter, after },
    options,
  )) {
    const { cursor, kind, at, statementId: objectId, statement } = statementChanged
    const object = statement && { __typename: 'Statement' as const, ...statement }
    yield { cursor, kind, at, type: 'STATEMENT', objectId, object }
  }
}

async function speakersCalled(client: Client, speaker: string, signal: AbortSignal): Promise<string[]> {
  if (parseGlobalId(speaker)?.type === 'Speaker') return [speaker]
  const { nodes } = await listSpeakers(client, { filter: { name: speaker }, first: 100 }, { signal })
  if (nodes.length > 0) return nodes.map(({ id }) => id)
  throw new RemoteError(`nobody called “${speaker}” is on record: give the whole name, or an id`)
}

/** Makes a function that tells once when the server is lost, and once when it is back. */
function tellOfLoss(signal: AbortSignal) {
  let isLost: boolean | null = null
  return ({ request, response, error }: ResponseEvent) => {
    const fails = response ? response.status >= 500 : error?.kind === 'network'
    if (signal.aborted || (isLost === null && fails) || fails === isLost) return
    if (fails || isLost) {
      const { origin } = new URL(request.url)
      tell(fails ? `lost the server at ${origin}: it goes on when the server is back` : `${origin} is back`)
    }
    isLost = fails
  }
}
