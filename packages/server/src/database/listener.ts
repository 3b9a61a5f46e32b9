import pg from 'pg'

/** Milliseconds between a lost connection and the next try: the first, and the longest. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [100, 1_000]

/** Milliseconds between two looks whether the connection still carries anything, and within which the answer must come. */
const [LOOK_INTERVAL, LOOK_TIME] = [10_000, 5_000]

/**
 * Listens to a channel of PostgreSQL on a connection of its own, which it opens again whenever it breaks.
 *
 * @param told is called for each notification with its payload, and with null after each new connection: what was sent
 *   before it is lost.
 * @returns once it listens, or has failed to for the first time; a function that ends it.
 */
export async function listenOn(
  url: string,
  channel: string,
  told: (payload: string | null) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let pause = FIRST_PAUSE
  let isEnded = false
  const again = (broken: pg.Client) => {
    if (client !== broken || isEnded) return
    client = null
    broken.end().catch(() => {})
    clearTimeout(timer)
    timer = setTimeout(connect, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
  const connect = async () => {
    const opened = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: LOOK_TIME,
      query_timeout: LOOK_TIME,
      keepAlive: true,
    })
    client = opened
    opened.on('error', () => again(opened))
    opened.on('end', () => again(opened))
    opened.on('notification', ({ payload }) => told(payload ?? ''))
    try {
      await opened.connect()
      await opened.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      pause = FIRST_PAUSE
      told(null)
      look(opened)
    } catch {
      // `told` finds out what was missed once the database is back.
      again(opened)
    }
  }
  const look = (opened: pg.Client) => {
    timer = setTimeout(() => {
      opened.query('SELECT').then(
        () => client === opened && !isEnded && look(opened),
        () => again(opened),
      )
    }, LOOK_INTERVAL).unref()
  }
  await connect()
  return async () => {
    isEnded = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}
