import { smoke } from './smoke.js'

declare const process: { argv: string[] }
console.log(JSON.stringify(await smoke(process.argv[2] as string)))
