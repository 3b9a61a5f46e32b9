import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { type Client, OnRecordError, type PartialResult } from '@onrecord/sdk'
import { STANDARD_INPUT } from '../ingest/sources/read-source.js'
import { EXIT } from './exit-codes.js'
import { printLine } from './print.js'
import { RemoteError, remotely } from './remote.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { withClient } from './target.js'

interface QueryOptions extends SettingOptions {
  variables?: object
  /** The name of the operation to run. */
  operation?: string
}

/** Runs `onrecord query`: prints the answer as JSON. @returns the exit code; 1 when a part of the operation failed. */
export async function runQuery(file: string, options: QueryOptions): Promise<number> {
  const document = await read(file)
  return withClient(settingsOf(options), async (client: Client) => {
    const { data, errors } = await remotely(client, runIn(client, file, document, options))
    printLine(JSON.stringify(errors.length > 0 ? { data, errors } : { data }, null, 2))
    return errors.length > 0 ? EXIT.failed : EXIT.done
  })
}

/** @throws RemoteError when nothing was sent, because the document has not one operation to run. */
async function runIn(
  client: Client,
  file: string,
  document: string,
  { variables = {}, operation }: QueryOptions,
): Promise<PartialResult<unknown>> {
  try {
    return await client.partial<unknown, object>(document, variables, { operationName: operation })
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.kind !== 'bad-request' || error.status) throw error
    // Loaded here, because only this message needs the parser of GraphQL.
    const { operationFault } = await import('./operation-fault.js')
    const source = file === STANDARD_INPUT ? 'standard input' : file
    throw new RemoteError(`${source}: ${operationFault(document, operation)}`, { cause: error })
  }
}

async function read(file: string): Promise<string> {
  if (file === STANDARD_INPUT) return text(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new RemoteError(`${file}: ${missing ? 'does not exist: check the path' : 'cannot be read'}`)
  }
}
