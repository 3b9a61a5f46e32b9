import { allOf, type Sql, sql } from '../../database/sql.js'
import { badUserInput } from '../errors.js'
import { checkCountry, checkFilter, containing } from '../lists/conditions.js'
import {
  type Asked,
  type FilterTable,
  field,
  filterConditions,
  idField,
  type Maybe,
} from '../lists/filter-table.js'
import { amongShown, visible } from '../visibility/visible.js'

/** Which offices a filter means; at least one field is given. */
export interface AffiliationFilter {
  role?: Maybe<string>
  organizationId?: Maybe<string>
  countryCode?: Maybe<string>
}

/** The condition of each field on "Affiliation" `f`. */
const affiliationFields: FilterTable<AffiliationFilter> = {
  role: field((role, { at }) => sql`f."roleFolded" LIKE ${containing(role, at)}`),
  organizationId: idField('Speaker', (id, { view }) =>
    amongShown('Speaker', sql`f."organizationId"`, [id], view),
  ),
  countryCode: field(
    (code, { at, view }) => sql`f."placeId" IN (SELECT t.id FROM "Place" t
      WHERE t."countryCode" = ${checkCountry(code, at)} AND ${allOf(visible('Place', view))})`,
  ),
}

/**
 * The condition of a whole filter on "Affiliation" `f`.
 *
 * @param asked where the filter stands, for messages: "filter.affiliation", and what the caller may see.
 * @throws RequestError BAD_USER_INPUT naming the field, or the filter when it is empty.
 */
export function affiliationConditions(
  filter: AffiliationFilter,
  asked: Pick<Asked<object>, 'at' | 'view' | 'askedIds' | 'few'>,
): Sql {
  const { at, view, askedIds, few } = asked
  checkFilter(filter, at)
  const conditions = filterConditions(affiliationFields, filter, at, { view, askedIds, few, id: sql`f.id` })
  if (conditions.length === 0) {
    throw badUserInput(`${at} is empty: name a role, an organisation or a country`)
  }
  return allOf(conditions)
}
