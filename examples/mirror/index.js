import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { createClient, OnRecordError, sync } from '@onrecord/sdk'

const { ONRECORD_URL = 'http://127.0.0.1:4000', ONRECORD_KEY, MIRROR = 'mirror.db' } = process.env
const client = createClient({ url: `${ONRECORD_URL}/graphql`, apiKey: ONRECORD_KEY })
const end = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end.abort())

const database = new DatabaseSync(MIRROR)
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS statement (id TEXT PRIMARY KEY, fields TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), cursor TEXT NOT NULL) STRICT`)
const drop = database.prepare('DELETE FROM statement WHERE id = ?')
const put = database.prepare('INSERT OR REPLACE INTO statement VALUES (?, ?)')
const keepPlace = database.prepare('INSERT OR REPLACE INTO place VALUES (1, ?)')

/** Takes a change and its place together, so that neither is there without the other. @param {import('@onrecord/sdk').SyncedChange} synced */
function take({ cursor, change: { objectId, object } }) {
  database.exec('BEGIN')
  drop.run(objectId)
  if (object?.__typename === 'Statement') {
    const { id, version, text, kind, polarity, medium, reviewStatus, article } = object
    put.run(id, JSON.stringify([id, version, text, kind, polarity, medium, reviewStatus, article.id]))
  }
  keepPlace.run(cursor)
  database.exec('COMMIT')
}

function print() {
  const rows = database.prepare('SELECT fields FROM statement ORDER BY id').all()
  const hash = createHash('sha256').update(rows.map(({ fields }) => `${fields}\n`).join(''))
  console.log(`${rows.length} statements, sha256 ${hash.digest('hex')}`)
}

/** @type {NodeJS.Timeout | undefined} */
let timer
while (!end.signal.aborted) {
  try {
    const after = /** @type {string | undefined} */ (
      database.prepare('SELECT cursor FROM place').get()?.cursor
    )
    for await (const synced of sync(client, { after, types: ['STATEMENT'], signal: end.signal })) {
      take(synced)
      // Once nothing has come for a moment.
      clearTimeout(timer)
      timer = setTimeout(print, 500)
    }
  } catch (error) {
    if (!(error instanceof OnRecordError && error.code === 'CURSOR_EXPIRED')) throw error
    console.log('the place is older than the log is kept: beginning again')
    database.exec('DELETE FROM statement; DELETE FROM place')
  }
}
