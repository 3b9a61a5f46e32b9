/** Thrown when an address asks for something that cannot be. The message says what to change. */
export class BadAddress extends Error {
  override readonly name = 'BadAddress'
}
