import { fileURLToPath } from 'node:url'

/** The migrations that this release ships: copied beside the compiled code when it is built. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
