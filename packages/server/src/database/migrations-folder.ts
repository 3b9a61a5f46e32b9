import { fileURLToPath } from 'node:url'

// The build copies the migrations beside the compiled code. The source has no copy.
const FOLDER = import.meta.url.endsWith('.ts') ? '../../../../prisma/migrations' : '../migrations'

/** The folder of this release's migrations. */
export const migrationsFolder = fileURLToPath(new URL(FOLDER, import.meta.url))
