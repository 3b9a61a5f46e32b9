import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { inRoot } from '../../tools/workspace.mjs'
import { newsText } from '../extract-speed.mjs'

/** Bytes, a little below the limit of a source. */
const SIZE = 4_900_000
/** Milliseconds between two small requests. They do not wait for each other's answers. */
const EVERY = 20

/** What nobody said, so that the article has fewer statements than the service takes. */
const QUIET = 'The harbour was quiet in the morning, and the water stood high at the old walls of the town. '

/** The part of the article that has statements, so that it has nearly as many as the service takes. */
const NEWS = 0.17

/** An article of nearly 5 MB. */
function largeArticle() {
  const paragraphs = newsText(SIZE * NEWS).split('\n\n')
  const between = (SIZE * (1 - NEWS)) / paragraphs.length
  const quiet = QUIET.repeat(Math.ceil(between / QUIET.length)).trim()
  return paragraphs
    .map((paragraph) => `${paragraph}\n\n${quiet}`)
    .join('\n\n')
    .slice(0, SIZE)
}

const INGEST = `mutation ($input: ArticleIngestInput!) { articleIngest(input: $input) { __typename
  ... on ArticleSuccess { status statementsProposed } ... on Error { message } } }`

/**
 * Starts `onrecord serve`, sends it an article of nearly 5 MB, and asks for `{ __typename }` all the time until the article
 * is on record.
 *
 * @param {Record<string, string>} env names the database
 * @param {string} key of an editor
 * @returns {Promise<{ seconds: number, statements: number, requests: number, p50: number, p99: number, most: number }>}
 *   times in milliseconds, except that of the article
 */
export async function measureLoop(env, key) {
  const child = spawn(
    process.execPath,
    [inRoot('packages/server/dist/cli/main.js'), 'serve', '--json', '--port', '0'],
    {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ONRECORD_RATE_LIMIT: 'off', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const url = await new Promise((resolve, reject) => {
      child.stdout
        .setEncoding('utf8')
        .once('data', (/** @type {string} */ line) => resolve(JSON.parse(line).url))
      void ended.then((code) => reject(new Error(`onrecord serve ended with ${code}`)))
    })
    const ask = async (/** @type {object} */ body) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify(body),
      })
      return /** @type {Promise<any>} */ (response.json())
    }
    const small = { query: '{ __typename }' }
    for (let run = 0; run < 200; run++) await ask(small)
    const start = performance.now()
    let done = false
    const article = ask({
      query: INGEST,
      variables: { input: { source: { plainText: largeArticle() }, name: 'large.txt' } },
    }).finally(() => {
      done = true
    })
    /** @type {Promise<number>[]} */
    const times = []
    while (!done) {
      const asked = performance.now()
      times.push(ask(small).then(() => performance.now() - asked))
      await setTimeout(EVERY)
    }
    const { data, errors } = await article
    const seconds = (performance.now() - start) / 1000
    const result = data?.articleIngest
    if (result?.__typename !== 'ArticleSuccess')
      throw new Error(JSON.stringify(errors ?? result).slice(0, 500))
    const sorted = (await Promise.all(times)).sort((a, b) => a - b)
    const at = (/** @type {number} */ part) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
    return {
      ...{ seconds, statements: result.statementsProposed, requests: sorted.length },
      ...{ p50: at(0.5), p99: at(0.99), most: at(1) },
    }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
