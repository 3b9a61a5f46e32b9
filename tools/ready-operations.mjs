import { readdirSync, readFileSync } from 'node:fs'
import { inRoot } from './workspace.mjs'

/**
 * @typedef {object} ReadyOperation
 * @property {'ready query' | 'SDK'} of
 * @property {string} name
 * @property {string} query
 * @property {Record<string, unknown>} variables
 */

/** What the SDK's operations need beside an id. */
const GIVEN = {
  query: 'ferry',
  prefix: 'an',
  text: 'The bank belongs to those who will still be fishing it in fifty years',
  by: ['SPEAKER', 'TOPIC', 'KIND'],
  interval: 'MONTH',
}

/** Where the id of an object of each noun comes from. */
const IDS = `{ article: articles(first: 1) { nodes { id } } document: documents(first: 1) { nodes { id } }
  event: events(first: 1) { nodes { id } } place: places(first: 1) { nodes { id } } site: sites(first: 1) { nodes { id } }
  speaker: speakers(first: 1) { nodes { id } } statement: statements(first: 1) { nodes { id } }
  topic: topics(first: 1) { nodes { id } } utterance: statements(first: 100) { nodes { utterance { id } } } }`

/**
 * The ready queries in examples/queries and the queries of the SDK, with variables that find something.
 *
 * @param {(query: string) => Promise<any>} ask
 * @returns {Promise<ReadyOperation[]>}
 */
export async function readyOperations(ask) {
  const folder = inRoot('examples/queries')
  const ready = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({
      ...{ of: /** @type {const} */ ('ready query'), name: file.replace('.graphql', '') },
      ...{ query: readFileSync(`${folder}/${file}`, 'utf8'), variables: {} },
    }))
  const found = await ask(IDS)
  const ids = Object.fromEntries(
    Object.entries(found).map(([noun, { nodes }]) => [
      noun,
      nodes.flatMap((/** @type {any} */ { id, utterance }) => id ?? utterance?.id ?? [])[0],
    ]),
  )
  /** @type {string[]} */
  const documents = Object.values(JSON.parse(readFileSync(inRoot('packages/sdk/operations.json'), 'utf8')))
  const sdk = documents.flatMap((query) => {
    const [, named = '', head = ''] = /^query (\w+)(?:\((.*?)\))?\{/.exec(query) ?? []
    if (!named) return []
    const name = named.charAt(0).toLowerCase() + named.slice(1)
    return [{ of: /** @type {const} */ ('SDK'), name, query, variables: variablesOf(name, head, ids) }]
  })
  return [...ready, ...sdk.toSorted((a, b) => a.name.localeCompare(b.name))]
}

/**
 * Values for the variables that an operation needs: those whose type ends in "!" and that have no default.
 *
 * @param {string} name
 * @param {string} head "$by:ArticleBy! $first:Int"
 * @param {Record<string, string | undefined>} ids
 */
function variablesOf(name, head, ids) {
  const needed = [...head.matchAll(/\$(\w+):[^$=]*!(?=[ ,$]|$)/g)].map(([, variable = '']) => variable)
  return Object.fromEntries(
    needed.map((variable) => {
      const value = ids[name] && variable === 'by' ? { id: ids[name] } : GIVEN[/** @type {'by'} */ (variable)]
      if (value === undefined) throw new Error(`the SDK's ${name} needs $${variable}: give it a value here`)
      return [variable, value]
    }),
  )
}
