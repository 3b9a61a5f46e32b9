import { fold } from '../database/fold.js'
import { builder } from '../schema/builder.js'
import { containing, sql } from '../schema/filter.js'
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
  where: ({ name }) =>
    name == null
      ? []
      : [sql`(t."nameFolded" LIKE ${containing(fold(name))} OR t.domain LIKE ${containing(fold(name))})`],
}
