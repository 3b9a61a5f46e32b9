import type { View } from '../access/view.js'
import { amongShown, visible } from '../access/visible.js'
import { builder } from '../schema/builder.js'
import { badUserInput } from '../schema/errors.js'
import { allOf, checkCountry, checkFilter, containing, type Sql, sql } from '../schema/filter.js'
import { idOf } from '../schema/global-id.js'

/** Which office. */
export const AffiliationFilterInput = builder.inputType('AffiliationFilter', {
  description: 'Which office: all conditions given hold, and at least one is given.',
  fields: (t) => ({
    role: t.string({
      description: 'Part of the role, such as `foreign minister`; case and diacritics do not matter.',
    }),
    organizationId: t.id({ description: 'At this organisation, a speaker.' }),
    countryCode: t.string({ description: 'At a place in this country: two letters of ISO 3166-1, `GB`.' }),
  }),
})

export type AffiliationFilter = typeof AffiliationFilterInput.$inferInput

/**
 * The conditions on "Affiliation" f.
 *
 * @param at where the filter stands, for messages: "filter.affiliation".
 * @throws GraphQLError BAD_USER_INPUT naming the field.
 */
export function affiliationConditions(filter: AffiliationFilter, at: string, view: View): Sql {
  checkFilter(filter, at)
  const { role, organizationId, countryCode } = filter
  const conditions: Sql[] = []
  if (role != null) {
    conditions.push(sql`f."roleFolded" LIKE ${containing(role, `${at}.role`)}`)
  }
  if (organizationId != null) {
    const id = idOf('Speaker', organizationId, `${at}.organizationId`)
    conditions.push(amongShown('Speaker', sql`f."organizationId"`, [id], view))
  }
  if (countryCode != null) {
    const code = checkCountry(countryCode, `${at}.countryCode`)
    conditions.push(sql`f."placeId" IN (SELECT t.id FROM "Place" t
      WHERE t."countryCode" = ${code} AND ${allOf(visible('Place', view))})`)
  }
  if (conditions.length === 0) {
    throw badUserInput(`${at} is empty: name a role, an organisation or a country`)
  }
  return allOf(conditions)
}
