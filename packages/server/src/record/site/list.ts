import { sql } from '../../database/sql.js'
import { containing } from '../lists/conditions.js'
import { field, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'

export interface SiteFilter {
  name?: Maybe<string>
}

export const sites: List<SiteFilter, 'NAME'> = {
  model: 'Site',
  from: sql`"Site" t`,
  orders: { NAME: [{ column: sql`t."nameFolded"`, type: 'text' }] },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  filter: {
    name: field((name, { at }) => {
      const like = containing(name, at)
      return sql`(t."nameFolded" LIKE ${like} OR t.domain LIKE ${like})`
    }),
  },
}
