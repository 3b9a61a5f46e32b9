/** A name for a write that no other write has. `crypto.randomUUID` is missing on pages that came by plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `desk-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
