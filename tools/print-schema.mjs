/** Writes the service's schema to its committed file. `npm run generate` runs it on the built code. */
import { writeFileSync } from 'node:fs'
import { inRoot } from './workspace.mjs'

/** @type {{ printedSchema(): string }} */
const { printedSchema } = await import(inRoot('packages/server/dist/graphql/service-schema.js'))
writeFileSync(inRoot('packages/server/schema.graphql'), printedSchema())
