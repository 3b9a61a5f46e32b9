// Apart from what throws them, so that a command can name its failure without loading a database.

/** Thrown when a folder cannot hold the embedded database; the message says what to change. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/** Thrown when a server cannot be reached or used; the message says what to change and holds no password. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError'
}

/** Thrown when a database cannot be brought up to date; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}
