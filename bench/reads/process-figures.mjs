import { readdirSync, readFileSync } from 'node:fs'

/** The fields of /proc/<pid>/stat after the name of the command: proc(5). */
const stat = (/** @type {number | string} */ pid) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ')

/** The milliseconds of processor time that a process has used, in ticks of ten. */
export function cpuOf(/** @type {number | string} */ pid) {
  const fields = stat(pid)
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** The megabytes of memory that a process has now. */
export function memoryOf(/** @type {number} */ pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

/** The milliseconds of processor time that all children of a process have used, such as the backends of PostgreSQL. */
export function cpuOfChildren(/** @type {number} */ parent) {
  let sum = 0
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    try {
      if (Number(stat(pid)[1]) === parent) sum += cpuOf(pid)
    } catch {
      // The process has ended since its folder was listed.
    }
  }
  return sum
}

/** The process that started another one. */
export const parentOf = (/** @type {number} */ pid) => Number(stat(pid)[1])
