/** Why a write was refused, as the service says it. */
export const messageOf = (result: object | null): string =>
  result && 'message' in result && typeof result.message === 'string' ? result.message : 'it was refused'
