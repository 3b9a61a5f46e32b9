import { builder } from '../schema/builder.js'
import { containing, type Sql, sql } from '../schema/filter.js'
import { type List, orderInput } from '../schema/list.js'

const filterInput = builder.inputType('SiteFilter', {
  description: 'Which sites: all conditions given hold.',
  fields: (t) => ({
    name: t.string({ description: 'Part of the name or domain; case and diacritics do not matter.' }),
  }),
})

type SiteFilter = typeof filterInput.$inferInput

export const sites: List<SiteFilter> = {
  model: 'Site',
  from: sql`"Site" t`,
  orders: { NAME: [{ column: sql`t."nameFolded"`, type: 'text' }] },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  orderInput: orderInput('Site', { NAME: 'The name, case and diacritics folded.' }, 'ASC'),
  filterInput,
  where: ({ name }, at) => (name == null ? [] : [named(containing(name, `${at}.name`))]),
}

const named = (like: string): Sql => sql`(t."nameFolded" LIKE ${like} OR t.domain LIKE ${like})`
