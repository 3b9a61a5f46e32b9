/** Writes the service's schema to where it is committed; run by `npm run generate` on the built code. */
import { writeFileSync } from 'node:fs'
import { inRoot } from './workspace.mjs'

/** @type {{ printedSchema(): string }} */
const { printedSchema } = await import(inRoot('packages/server/dist/graphql/service-schema.js'))
writeFileSync(inRoot('packages/server/schema.graphql'), printedSchema())
