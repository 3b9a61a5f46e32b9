const { createClient, getTopic } = require('@onrecord/sdk')
const { queryOptions } = require('@onrecord/sdk/query')
const { embedded } = require('@onrecord/sdk/cache')

const client = createClient({ url: `${process.argv[2]}/graphql` })
queryOptions(client, getTopic, { by: { slug: 'elections' } })
  .queryFn({})
  .then((topic) => console.log(topic.name, embedded.includes('PageInfo')))
