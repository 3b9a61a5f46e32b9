import { spawnSync } from 'node:child_process'

/**
 * What a program prints on standard output, whatever its exit code is.
 *
 * @param {...string} args
 */
export function runNode(...args) {
  const { stdout, error } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 })
  if (error) throw error
  return stdout
}
