// These classes have their own file, so that a command can recognise an error without loading a database.

/** Thrown when a folder cannot hold the embedded database. The message says what to change. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/** Thrown when a server cannot be reached or used. The message says what to change and contains no password. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError'
}

/** Thrown when the rows of a statement are more than may be read. */
export class ReadTooLargeError extends Error {
  override readonly name = 'ReadTooLargeError'
}

/** Thrown when there is no room for a read now. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

/** Thrown when a database cannot be brought up to date. The message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}
