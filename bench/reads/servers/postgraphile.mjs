/** PostGraphile 5 with its many-to-many fields, on the tables of the service and the functions of postgraphile.sql. */
import { createServer } from 'node:http'
import { openPool, ready, require } from './listen.mjs'

const { postgraphile } = require('postgraphile')
const { PostGraphileAmberPreset } = require('postgraphile/presets/amber')
const { makePgService } = require('postgraphile/adaptors/pg')
const { grafserv } = require('postgraphile/grafserv/node')
const { PgManyToManyPreset } = require('@graphile-contrib/pg-many-to-many')

const service = postgraphile({
  extends: [PostGraphileAmberPreset, PgManyToManyPreset],
  pgServices: [makePgService({ pool: openPool(), schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
})
const server = createServer()
server.on('error', (error) => process.stderr.write(`${error}\n`))
await service.createServ(grafserv).addTo(server)
server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`))
