import { fileURLToPath } from 'node:url'

/** The folder of this release's migrations. The build copies it beside the compiled code. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
