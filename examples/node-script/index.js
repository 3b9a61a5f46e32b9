import { createClient, listSpeakers, listStatements, listTopics, OnRecordError } from '@onrecord/sdk'
import Table from 'cli-table3'

const url = process.env.ONRECORD_URL ?? 'http://127.0.0.1:4000'
const client = createClient({ url: `${url}/graphql` })

/** Ends the script with a line that says what to change. */
class Failure extends Error {}

/** @param {string} name */
async function speakersCalled(name) {
  const { nodes } = await listSpeakers(client, { filter: { name } })
  if (nodes.length > 0) return nodes
  const lastWord = name.split(/\s+/).at(-1)
  const alike = await listSpeakers(client, { filter: { name: lastWord }, first: 5 })
  const names = alike.nodes.map((speaker) => speaker.name).join(', ')
  throw new Failure(`nobody called “${name}” is on record${names && `; did you mean ${names}?`}`)
}

/** @param {string} name */
async function topicsCalled(name) {
  const { nodes } = await listTopics(client, { filter: { name } })
  if (nodes.length === 0) throw new Failure(`no topic is called “${name}”: try one word of it, as “tax”`)
  return nodes
}

/** @param {string} who @param {string} about */
async function printStatements(who, about) {
  const [speakers, topics] = await Promise.all([speakersCalled(who), topicsCalled(about)])
  const width = Math.max(80, process.stdout.columns ?? 110)
  const table = new Table({
    head: ['Said', 'Words', 'Article'],
    colWidths: [15, width - 49, 30],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  const filter = { speakerIds: speakers.map(({ id }) => id), topicIds: topics.map(({ id }) => id) }
  for await (const { saidAt, text, article } of listStatements(client, { filter }, { limit: 50 })) {
    const said = saidAt.edtf?.replace('../', 'by ') ?? 'unknown'
    table.push([said, text, `${article.title} (${article.site?.name ?? 'unknown site'})`])
  }
  const names = speakers.map(({ name }) => name).join(', ')
  if (table.length === 0) throw new Failure(`${names} said nothing on record about ${about}`)
  console.log(`${names} on ${topics.map(({ name }) => name).join(', ')}\n${table}`)
}

const [who, about] = process.argv.slice(2)
try {
  if (!who || !about) throw new Failure('say who and about what: node index.js "Anand Rao" transport')
  await printStatements(who, about)
} catch (error) {
  if (!(error instanceof Failure || error instanceof OnRecordError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
