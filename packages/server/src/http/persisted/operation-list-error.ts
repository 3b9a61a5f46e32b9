/** Thrown when a list of operations cannot be read; the message names the file and says what to change. */
export class OperationListError extends Error {
  override readonly name = 'OperationListError'
}
