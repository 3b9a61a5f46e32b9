import { type Sql, sql } from '../../database/sql.js'
import type { Parts } from '../lists/parts.js'
import { MOST_PARTS } from '../most-parts.js'

/** The latest day on which an office can have begun; an unknown day counts as the earliest of all. */
const began = (office: Sql): Sql => sql`coalesce(${office}."fromLatest", '0001-01-01'::date)`

/**
 * The condition that the speaker held the office when the statement was said. All offices that the
 * speaker certainly held then meet it. When none was certain, the offices that the speaker may have held and that began
 * last meet it. For a statement without a date no office does. Filters and fields both use this condition.
 */
export function heldWhenSaid(statement: Sql, office: Sql): Sql {
  const first = sql`coalesce(${statement}."saidEarliest", ${statement}."saidLatest")`
  const last = sql`coalesce(${statement}."saidLatest", ${statement}."saidEarliest")`
  const possible = (o: Sql) => sql`(${o}."fromEarliest" IS NULL OR ${o}."fromEarliest" <= ${last})
    AND (${o}."untilLatest" IS NULL OR ${o}."untilLatest" >= ${first})`
  const certain = (o: Sql) => sql`(${o}."fromLatest" <= ${first} AND ${o}."untilEarliest" >= ${last})`
  const [f, g] = [office, sql`g`]
  return sql`(${first} IS NOT NULL AND ${possible(f)}
    AND (${certain(f)} IS TRUE OR NOT EXISTS (SELECT FROM "Affiliation" g WHERE g."speakerId" = ${f}."speakerId"
      AND ${possible(g)} AND (${certain(g)} OR ${began(g)} > ${began(f)}))))`
}

/**
 * The offices that the speaker of attribution `p` held when the words were said; the office that began last comes
 * first.
 */
export const officesHeld: Parts = {
  model: 'Affiliation',
  from: sql`"Statement" s CROSS JOIN "Affiliation" t`,
  where: () =>
    sql`s.id = p."statementId" AND t."speakerId" = p."speakerId" AND ${heldWhenSaid(sql`s`, sql`t`)}`,
  orderBy: [
    { by: began(sql`t`), direction: 'DESC' },
    { by: sql`t."fromEarliest"`, direction: 'DESC', nulls: 'LAST' },
    { by: sql`t.id`, direction: 'DESC' },
  ],
  most: MOST_PARTS.affiliations,
}
