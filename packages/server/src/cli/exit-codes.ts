/** The exit codes of `onrecord`. */
export const EXIT = { done: 0, failed: 1, usedWrongly: 2 } as const
