import { articleDecideHeld } from '@onrecord/sdk'
import { EXIT } from './exit-codes.js'
import { printLine, tell } from './print.js'
import { messageOf, remotely } from './remote.js'
import { type SettingOptions, settingsOf } from './settings.js'
import { withClient } from './target.js'

interface HeldOptions extends SettingOptions {
  json?: true
}

/** Runs `onrecord review accept-text` and `drop-text`. @returns the exit code; 1 when a decision was refused. */
export async function decideHeld(accept: boolean, articles: string[], options: HeldOptions): Promise<number> {
  let failed = 0
  await withClient(settingsOf(options), async (client) => {
    for (const id of articles) {
      const result = await remotely(client, articleDecideHeld(client, { input: { id, accept } }))
      const done = result?.__typename === 'ArticleSuccess'
      if (!done) failed++
      if (options.json) printLine(JSON.stringify({ id, ...result }))
      else if (done) printLine(`${accept ? 'accepted' : 'dropped '}  ${id}`)
      else tell(`${id}: ${messageOf(result).replace(/^input\./, '')}`)
    }
  })
  return failed > 0 ? EXIT.failed : EXIT.done
}
