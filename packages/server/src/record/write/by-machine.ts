import type { Write } from './write.js'

/** The same write, whose entries in the history say that a machine made the changes. */
export const byMachine = (write: Write): Write => ({
  ...write,
  record: (...entries) => write.record(...entries.map((entry) => ({ ...entry, byMachine: true }))),
})
