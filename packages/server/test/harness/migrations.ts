import { fileURLToPath } from 'node:url'

/** The repository's migrations: tests run from source, where the build's copy is not. */
export const repositoryMigrations = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url))
