/** Thrown when a file that a command was told to write cannot be written. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}
