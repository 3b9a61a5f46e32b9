import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pauseFor } from 'node:timers/promises'
import { createClient, listChanges, listSpeakers, StatementChangedDocument, subscribe } from '@onrecord/sdk'

const { ONRECORD_URL = 'http://127.0.0.1:4000', WEBHOOK_URL, PLACE = 'place.txt' } = process.env
const client = createClient({ url: `${ONRECORD_URL}/graphql` })
const end = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end.abort())

/** Posts a message until the receiver takes it. The id is the same with each try, so that it can tell. @param {string} id @param {object} message */
async function post(id, message) {
  for (let wait = 500; !end.signal.aborted; wait = Math.min(wait * 2, 60_000)) {
    try {
      const headers = { 'content-type': 'application/json', 'webhook-id': id }
      const signal = AbortSignal.any([end.signal, AbortSignal.timeout(10_000)])
      const { ok, status } = await fetch(WEBHOOK_URL ?? '', {
        method: 'POST',
        headers,
        body: JSON.stringify(message),
        signal,
      })
      if (ok) return true
      console.error(`the receiver answered ${status}: trying again`)
    } catch (error) {
      console.error(`the receiver cannot be reached (${error}): trying again`)
    }
    await pauseFor(wait, null, { signal: end.signal }).catch(() => {})
  }
  return false
}

/** The cursor from which to go on: the one that was kept, or that of the newest change. */
async function place() {
  if (existsSync(PLACE)) return readFileSync(PLACE, 'utf8')
  return (await listChanges(client, { last: 1 })).pageInfo.endCursor
}

const name = process.argv[2]
const { nodes } = await listSpeakers(client, { filter: { name: name ?? '' } })
if (!name || !WEBHOOK_URL || nodes.length === 0) {
  console.error('WEBHOOK_URL=https://… node index.js "Name of a speaker on record"')
  process.exit(2)
}
const variables = { filter: { speakerIds: nodes.map(({ id }) => id) }, after: await place() }
const options = { endless: true, signal: end.signal }
console.log(`waiting for ${name}`)
for await (const { statementChanged } of subscribe(client, StatementChangedDocument, variables, options)) {
  const { cursor, kind, statement } = statementChanged
  if (kind === 'CREATED' && statement) {
    const { id, text, article } = statement
    if (!(await post(cursor, { id, text: `${name}: ${text}`, title: article.title, url: article.url }))) break
  }
  writeFileSync(PLACE, cursor)
}
