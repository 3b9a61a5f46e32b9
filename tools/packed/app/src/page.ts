import { createClient, listStatements } from '@onrecord/sdk'
import { smoke } from './smoke.js'

const client = createClient({ url: `${location.origin}/graphql` })
for await (const { text, speaker } of listStatements(
  client,
  { filter: { kinds: ['DIRECT'] } },
  { limit: 5 },
)) {
  const item = document.createElement('li')
  item.textContent = `${speaker?.name}: ${text}`
  document.body.append(item)
}
document.title = JSON.stringify(await smoke(location.origin))
