import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Loaded with `--import` before the command: at its end it writes what the process has used into the file that
// ONRECORD_USAGE names.
if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const cpu = (userCPUTime + systemCPUTime) / 1000
    writeFileSync(process.env.ONRECORD_USAGE ?? '', JSON.stringify({ peak: maxRSS * 1024, cpu }))
  })
}
