// What the extractor finds, how sure it is of it, and what that takes: `npm run bench -- extract`.
// Fails when an attribution is surer than right, or when time or memory grow faster than the text.
import { printAccuracy } from './extract-accuracy.mjs'
import { printHostile } from './extract-hostile.mjs'
import { printSpeed } from './extract-speed.mjs'

const failures = [...printSpeed(), ...printHostile(), ...printAccuracy()]
for (const failure of failures) console.log(`FAILED ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
