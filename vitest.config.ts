import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const databases = './packages/server/test/harness/global-setup.ts'

export default defineConfig({
  // Vite would take graphql's ES modules and Node, for the libraries, its CommonJS: two that refuse each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['packages/*/{src,test}/**/*.test.ts', 'prisma/**/*.test.ts', 'tools/**/*.test.mjs'],
    globalSetup: existsSync(new URL(databases, import.meta.url)) ? [databases] : [],
    // What V8 does to optimise the embedded PostgreSQL, for seconds and in 600 MB a process, no test lives to use.
    execArgv: ['--liftoff-only'],
    // A worker loads the server and the databases once, for all of its files; none changes what others see.
    isolate: false,
    // Each worker may hold an embedded database of 300 MB, and small machines have two cores.
    maxWorkers: 2,
    // Only what hangs is cut off: on a busy machine a command takes ten seconds to start, and tests start several.
    testTimeout: 90_000,
    hookTimeout: 180_000,
    coverage: {
      provider: 'istanbul',
      include: ['packages/{extract,server}/src/**/*.ts'],
      exclude: ['**/generated/**', '**/*.test.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {
        'packages/extract/src/**': { lines: 80 },
        'packages/server/src/**': { lines: 80 },
      },
    },
  },
})
