import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { numbers, sentence, wordOf } from './words.mjs'

const SITES = 40
const SPEAKERS = 5_000
const TOPICS = 300
const KINDS = ['DIRECT', 'DIRECT', 'MIXED', 'INDIRECT', 'INDIRECT', 'AUTHOR']
const MEDIUMS = ['INTERVIEW', 'SPEECH', 'PRESS_CONFERENCE', 'SOCIAL_POST', 'UNKNOWN', 'UNKNOWN']
/** The number of days over which the articles are spread: ten years. */
const DAYS = 3_652

const TABLES = {
  Site: 'id, name, nameFolded, domain',
  Speaker: 'id, kind, name, nameFolded',
  Topic: 'id, slug, name, nameFolded, parentId',
  Affiliation:
    'id, speakerId, role, roleFolded, fromEdtf, fromEarliest, fromLatest, fromPrecision, fromBasis',
  Article:
    'id, siteId, title, titleFolded, language, publishedEdtf, publishedEarliest, publishedLatest, publishedPrecision, publishedBasis, currentTextId, createdAt',
  ArticleText: 'id, articleId, content, sha256, length, language, searchText',
  TextSegment: 'textId, position, kind, start, end',
  Statement:
    'id, articleId, kind, medium, text, language, position, saidEdtf, saidLatest, saidBasis, method, agent, confidence, reviewStatus, createdAt, updatedAt',
  Anchor: 'id, statementId, textId, position, start, end, exact, prefix, suffix',
  Attribution: 'id, statementId, position, speakerId, asWritten, cue, basis, confidence, shownStatus',
  StatementTopic: 'statementId, topicId',
  ArticleTopic: 'articleId, topicId',
  ArticleSpeaker: 'articleId, speakerId',
}

const id = (/** @type {number} */ table, /** @type {number} */ number) =>
  `0000000${table}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const day = (/** @type {number} */ number) =>
  new Date(Date.UTC(2016, 0, 1 + number)).toISOString().slice(0, 10)
/** A random number below `most`: small ones often, large ones seldom. */
const skewed = (/** @type {() => number} */ random, /** @type {number} */ most) =>
  Math.floor(most ** random()) - 1

/**
 * Fills a migrated database with statements, 20 in each article, and the same ones each time.
 *
 * @param {import('pg').Client} client
 * @param {string} folder that the server can read
 * @param {number} statements
 * @param {(step: string) => void} report called when a step is done
 */
export async function load(client, folder, statements, report = () => {}) {
  const files = new Map(
    Object.keys(TABLES).map((table) => [
      table,
      createWriteStream(join(folder, `${table}.copy`), { mode: 0o644 }),
    ]),
  )
  for (const [table, row] of rows(statements)) {
    const line = row
      .map((value) => (value === null ? '\\N' : String(value).replaceAll('\n', '\\n')))
      .join('\t')
    const file = files.get(table)
    if (file && !file.write(`${line}\n`))
      await new Promise((resolve) => file.once('drain', () => resolve(null)))
  }
  for (const file of files.values()) await finished(file.end())
  report('rows made')
  // The rows satisfy the triggers already. Creating indexes afterwards is faster than updating them.
  await client.query('SET session_replication_role = replica')
  await client.query("SET maintenance_work_mem = '1GB'")
  const { rows: indexes } = await client.query(
    `SELECT indexname, indexdef FROM pg_indexes i WHERE schemaname = 'public' AND tablename = ANY($1)
     AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname) AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    [Object.keys(TABLES)],
  )
  for (const { indexname } of indexes) await client.query(`DROP INDEX "${indexname}"`)
  for (const [table, columns] of Object.entries(TABLES)) {
    const names = columns.split(', ').map((name) => `"${name}"`)
    const file = join(folder, `${table}.copy`)
    await client.query(`COPY "${table}" (${names}) FROM '${file}'`)
    rmSync(file)
    report(table)
  }
  for (const { indexname, indexdef } of indexes) {
    await client.query(indexdef)
    report(indexname)
  }
  await client.query('VACUUM ANALYZE')
  report('vacuum')
}

/**
 * The rows of the whole record.
 *
 * @param {number} statements
 * @returns {Generator<TableRow>}
 */
function* rows(statements) {
  const random = numbers(20261124)
  for (let n = 0; n < SITES; n++) yield ['Site', [id(1, n), `Site ${n}`, `site ${n}`, `site${n}.example`]]
  for (let n = 0; n < SPEAKERS; n++) {
    const [first, last] = [wordOf(1 + (n % 700)), wordOf(1_000 + n)]
    yield ['Speaker', [id(2, n), n % 9 ? 'PERSON' : 'ORGANIZATION', `${first} ${last}`, `${first} ${last}`]]
    const from = day(skewed(random, DAYS))
    const role = n % 50 ? 'member of the chamber' : 'foreign minister'
    if (n % 3 === 0)
      yield ['Affiliation', [id(3, n), id(2, n), role, role, from, from, from, 'DAY', 'STATED']]
  }
  for (let n = 0; n < TOPICS; n++) {
    const parent = n < 20 ? null : id(4, n % 20)
    yield ['Topic', [id(4, n), `topic-${n}`, `Topic ${wordOf(500 + n)}`, `topic ${wordOf(500 + n)}`, parent]]
  }
  for (let n = 0; n < statements / 20; n++) yield* articleRows(n, random)
}

/** @typedef {[table: string, row: (string | number | null)[]]} TableRow */

/**
 * The rows of one article, with its statements.
 *
 * @param {number} n
 * @param {() => number} random
 * @returns {Generator<TableRow>}
 */
function* articleRows(n, random) {
  const published = day(Math.floor(random() * DAYS))
  const [article, text] = [id(5, n), id(6, n)]
  const lines = Array.from({ length: 20 }, () => sentence(random))
  const content = lines.join('\n')
  const title = sentence(random).split(' ').slice(0, 7).join(' ')
  const created = `${published}T12:00:00Z`
  const sha256 = createHash('sha256').update(content).digest('hex')
  const site = id(1, skewed(random, SITES))
  const dates = [published, published, published, 'DAY', 'STATED']
  yield ['Article', [article, site, title, title.toLowerCase(), 'en', ...dates, text, created]]
  yield ['ArticleText', [text, article, content, sha256, content.length, 'en', content]]
  const [speakers, topics] = [new Set(), new Set()]
  let start = 0
  for (const [line, words] of lines.entries()) {
    yield ['TextSegment', [text, line, 'BODY', start, start + words.length]]
    const place = { article, text, content, start, end: start + words.length, published, created }
    for (const row of statementRows(n * 20 + line, place, random)) {
      yield row
      const [table, columns] = row
      if (table === 'StatementTopic') topics.add(columns[1])
      if (table === 'Attribution') speakers.add(columns[3])
    }
    start = place.end + 1
  }
  for (const topic of topics) yield ['ArticleTopic', [article, topic]]
  for (const speaker of speakers) yield ['ArticleSpeaker', [article, speaker]]
}

/**
 * The rows of one statement.
 *
 * @param {number} number
 * @param {{ article: string, text: string, content: string, start: number, end: number, published: string, created: string }} place
 * @param {() => number} random
 * @returns {Generator<TableRow>}
 */
function* statementRows(number, { article, text, content, start, end, published, created }, random) {
  const [statement, speaker] = [id(7, number), id(2, skewed(random, SPEAKERS))]
  const confidence = Math.round(random() * 100) / 100
  const status = random() < 0.1 ? 'VERIFIED' : 'PROPOSED'
  const words = content.slice(start, end)
  const [kind, medium] = [KINDS[number % KINDS.length] ?? '', MEDIUMS[number % MEDIUMS.length] ?? '']
  const said = [`../${published}`, published, 'INFERRED']
  const provenance = ['RULE', 'bench@1', confidence, status, created, created]
  yield ['Statement', [statement, article, kind, medium, words, 'en', start, ...said, ...provenance]]
  const [prefix, suffix] = [content.slice(Math.max(0, start - 32), start), content.slice(end, end + 32)]
  yield ['Anchor', [id(8, number), statement, text, 0, start, end, words, prefix, suffix]]
  const attribution = ['she', 'said', 'PRONOUN', confidence, status]
  yield ['Attribution', [id(9, number), statement, 0, speaker, ...attribution]]
  for (const topic of new Set([skewed(random, TOPICS), skewed(random, TOPICS)]))
    yield ['StatementTopic', [statement, id(4, topic)]]
}
