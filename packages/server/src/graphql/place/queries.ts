import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { placeList } from './list.js'

builder.queryField('places', (t) => t.field(connection(placeList, { description: 'All places.' })))
