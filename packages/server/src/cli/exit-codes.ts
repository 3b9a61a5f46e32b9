/** Exit codes of the command. */
export const EXIT = { done: 0, failed: 1, usedWrongly: 2 } as const
