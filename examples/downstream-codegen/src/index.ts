import { createClient, paginate } from '@onrecord/sdk'
import { graphql, type StatementLineFragment } from './gql/index.js'

graphql(`
  fragment StatementLine on Statement {
    kind
    speaker { name }
  }
`)

const StatementsOfTopic = graphql(`
  query StatementsOfTopic($slug: String!, $after: String) {
    topic(by: { slug: $slug }) {
      statements(first: 20, after: $after) {
        nodes { ...StatementLine }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

const client = createClient({ url: `${process.env.ONRECORD_URL ?? 'http://127.0.0.1:4000'}/graphql` })

async function pageOf(slug: string, after: string | null) {
  const { topic } = await client.request(StatementsOfTopic, { slug, after: after ?? undefined })
  if (!topic) throw new Error(`there is no topic “${slug}”`)
  return topic.statements
}

const isQuoted = ({ kind }: StatementLineFragment) => kind === 'DIRECT' || kind === 'MIXED'

const [slug = 'elections'] = process.argv.slice(2)
const quoted = new Map<string, number>()
for await (const statement of paginate((after) => pageOf(slug, after), { limit: 500 })) {
  const name = statement.speaker?.name
  if (name && isQuoted(statement)) quoted.set(name, (quoted.get(name) ?? 0) + 1)
}
console.log(`Most quoted on ${slug}:`)
for (const [name, times] of [...quoted].sort(([, a], [, b]) => b - a).slice(0, 5))
  console.log(`${String(times).padStart(4)}  ${name}`)
