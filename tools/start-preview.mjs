import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/**
 * Serves a built app on a free port, as `npm run preview` does.
 *
 * @param {string} cwd the folder of the app
 * @param {NodeJS.ProcessEnv} env
 */
export async function startPreview(cwd, env) {
  const vite = 'node_modules/vite/bin/vite.js'
  const args = [vite, 'preview', '--port', '0', '--host', '127.0.0.1']
  const child = spawn(process.execPath, args, {
    ...{ cwd, env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(stripVTControlCharacters(output)) ?? []
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`vite preview ended with ${code}: ${output}`)))
  })
  return { url, stop: () => child.kill() }
}
