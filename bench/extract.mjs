// Measures the accuracy, confidence, time and memory of the extractor: `npm run bench -- extract`.
// Fails when sure drafts are too often wrong, or when time or memory grow faster than the text.
import { printAccuracy } from './extract-accuracy.mjs'
import { printHostile } from './extract-hostile.mjs'
import { printSpeed } from './extract-speed.mjs'

const failures = [...printSpeed(), ...printHostile(), ...printAccuracy()]
for (const failure of failures) console.log(`FAILED ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
