/** Thrown when the server cannot listen on its address and port. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}
