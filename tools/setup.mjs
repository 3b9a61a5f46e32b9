import { existsSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { stampsIn } from './stamp.mjs'
import { ensureNode, nodePath, removeOldDrafts } from './toolchain.mjs'
import { say, toolsFolder } from './workspace.mjs'

/** @typedef {import('./steps.mjs').Step} Step */

const stamps = stampsIn(`${toolsFolder}/stamps`)

/**
 * Runs the steps that are not up to date, in order. When several processes call it at once, one works and the others wait.
 *
 * @param {Step[]} steps
 */
export async function prepare(steps) {
  if (existsSync(nodePath()) && steps.every(isDone)) return
  const work = async () => {
    removeOldDrafts()
    await ensureNode()
    for (const step of steps) if (!isDone(step)) await perform(step)
  }
  await withLock(`${toolsFolder}/setup.lock`, work, {
    onWait: () => say('waiting for another run that is setting up this folder…'),
  })
}

/**
 * Prepares like `prepare`, but always runs the named step.
 *
 * @param {Step[]} steps
 * @param {string} name
 */
export async function again(steps, name) {
  stamps.remove(name)
  await prepare(steps)
}

/** @param {Step} step */
const isDone = (step) => step.present() && stamps.matches(step.name, step.key())

/** @param {Step} step */
async function perform(step) {
  say(step.says)
  const key = step.key()
  stamps.remove(step.name)
  await step.run()
  stamps.write(step.name, key)
}
