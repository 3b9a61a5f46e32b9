import { DatabaseUnavailableError, DataFolderError, MigrationError } from '../database/errors.js'
import { FolderLockedError } from '../database/folder-lock.js'
import { isDatabaseUnavailable } from '../database/unavailable.js'
import { ConfigurationError } from '../http/configuration.js'
import { ListenError } from '../http/listen-error.js'
import { OperationListError } from '../http/persisted/operation-list-error.js'
import { ExtractorError } from '../ingest/extractor/extractor-error.js'
import { SourceError } from '../ingest/sources/source-error.js'
import { EXIT } from './exit-codes.js'
import { OutputError } from './output-file.js'
import { RemoteError } from './remote.js'

const EXPECTED = [
  DataFolderError,
  FolderLockedError,
  MigrationError,
  DatabaseUnavailableError,
  ListenError,
  OperationListError,
  SourceError,
  ExtractorError,
  RemoteError,
  OutputError,
]

/** The text that a user reads when a command fails: one line, or one for each wrong variable. It has no stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof ConfigurationError || EXPECTED.some((type) => error instanceof type))
    return (error as Error).message
  if (isDatabaseUnavailable(error)) return 'the database stopped answering: see that it runs, then try again'
  const message = error instanceof Error ? error.message : String(error)
  const [first] = message.trim().split('\n')
  return `unexpected failure: ${first}; LOG_LEVEL=debug shows where`
}

/** The exit code of a command that fails with the error. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof ConfigurationError ? EXIT.usedWrongly : EXIT.failed
