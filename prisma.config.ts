import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma would download its schema engine; this one comes with the packages.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./tools/schema-engine.mjs', import.meta.url),
)

/**
 * `npm run migrate -- dev --name add_language` writes the migration for what changed in prisma/schema.prisma; add
 * `--create-only` to edit its SQL first. Without DATABASE_URL it works on an empty database in memory, which the
 * migrations fill: nothing is needed, and nothing else is changed.
 *
 * DATABASE_URL: `postgresql://…`, or `pglite:.onrecord/data` for the folder of `npm start` (stop it first), for
 * instance with `npm run migrate -- status`. Servers migrate their databases by themselves when they open them.
 */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL || 'memory:' },
})
