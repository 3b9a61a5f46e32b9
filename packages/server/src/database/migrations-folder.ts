import { fileURLToPath } from 'node:url'

// The build copies the migrations beside the compiled code; the source has no copy.
const FOLDER = import.meta.url.endsWith('.ts') ? '../../../../prisma/migrations' : '../migrations'

/** The migrations that this release ships. */
export const migrationsFolder = fileURLToPath(new URL(FOLDER, import.meta.url))
