import { builder } from '../schema/builder.js'
import { connection } from '../schema/connection.js'
import { places } from './list.js'

builder.queryField('places', (t) => t.field(connection(places, { description: 'All places.' })))
