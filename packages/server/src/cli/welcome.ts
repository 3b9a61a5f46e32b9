import type { Configuration } from '../http/configuration.js'
import { localKeyFile } from '../record/api-key/local-key-file.js'

const QUERY = '{ statements(first: 3) { nodes { text speaker { name } article { title } } } }'

const MAKE_KEY = 'a key that `onrecord keys create --name admin --role admin` makes with this DATABASE_URL'
const WITH_PROPOSALS = 'statements that nobody has reviewed, too: ONRECORD_PUBLIC_PROPOSALS=off hides them'
const REVIEWED = 'no statement before it is reviewed: ONRECORD_PUBLIC_PROPOSALS=on shows them to everybody'

const LISTED = 'Runs     the operations of ONRECORD_OPERATIONS, by default those of the SDK, and no other'

const tryOut = (url: string) => `Try      curl -s ${url}/graphql -H 'content-type: application/json' \\
             -d '{"query":"${QUERY}"}'`

/** The text that `onrecord serve` prints when it is ready: its address, who may do what, and how to go on. */
export const welcome = (
  url: string,
  { pages, graphiql, persisted, publicProposals, databaseUrl, dataFolder }: Configuration,
  signInLink: string | null = null,
) => `
On Record serves ${url}/graphql
${pages ? `\n  Read     ${url}/` : ''}${signInLink ? `\n  Desk     ${signInLink}   (signs you in, once)` : ''}${graphiql ? `\n  Ask      ${url}/graphql   (GraphiQL, with queries to begin with)` : ''}
  ${persisted === 'only' ? LISTED : tryOut(url)}
  Put in   onrecord ingest <file>   (in a clone: npm run -s onrecord -- ingest <file>)
  Admin    ${databaseUrl ? MAKE_KEY : `the key in ${localKeyFile(dataFolder)}`}, for ONRECORD_KEY or \`authorization: Bearer …\`
  Public   ${publicProposals ? WITH_PROPOSALS : REVIEWED}
  Stop     Ctrl-C
`
