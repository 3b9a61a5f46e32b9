import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser at CHROMIUM_PATH, else one of the usual names on the PATH or among macOS' applications; else null. */
export function findChromium(): string | null {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  const folders = [...PATH.split(delimiter), '/usr/bin', '/usr/local/bin']
  const candidates = [
    ...(CHROMIUM_PATH ? [CHROMIUM_PATH] : []),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return candidates.find((path) => existsSync(path)) ?? null
}
