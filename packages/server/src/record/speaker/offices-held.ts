import { raw, type Sql, sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { MOST_PARTS } from '../most-parts.js'

/**
 * The condition that "Affiliation" `f` is an office that its holder held when "Statement" `t` was said: of the offices
 * that may have been held then, all that certainly were; where none certainly was, those that began last. Nothing is
 * known of a statement without a date. Filters and fields both take it from here.
 */
export function heldWhenSaid(): Sql {
  const first = sql`coalesce(t."saidEarliest", t."saidLatest")`
  const last = sql`coalesce(t."saidLatest", t."saidEarliest")`
  const possible = (o: Sql) => sql`(${o}."fromEarliest" IS NULL OR ${o}."fromEarliest" <= ${last})
    AND (${o}."untilLatest" IS NULL OR ${o}."untilLatest" >= ${first})`
  const certain = (o: Sql) => sql`(${o}."fromLatest" <= ${first} AND ${o}."untilEarliest" >= ${last})`
  const [f, g] = [sql`f`, sql`g`]
  return sql`(${first} IS NOT NULL AND ${possible(f)}
    AND (${certain(f)} IS TRUE OR NOT EXISTS (SELECT FROM "Affiliation" g WHERE g."speakerId" = f."speakerId"
      AND ${possible(g)} AND (${certain(g)} OR ${began(g)} > ${began(f)}))))`
}

/** The day on which an office had begun at the latest; an unknown day counts as the first of all. */
const began = (office: Sql): Sql => sql`coalesce(${office}."fromLatest", '0001-01-01'::date)`

/**
 * The offices that the speakers of attributions held when the words were said, those that began last first: the UUIDs
 * of affiliations by those of attributions, with one SQL statement.
 */
export async function officesHeld(
  prisma: PrismaClient,
  attributionIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await prisma.$queryRaw<{ attribution: string; offices: string[] }[]>(sql`
    SELECT a.id::text AS attribution, o.offices FROM "Attribution" a JOIN "Statement" t ON t.id = a."statementId"
    CROSS JOIN LATERAL (SELECT array_agg(n.id::text) AS offices FROM (
      SELECT f.id FROM "Affiliation" f WHERE f."speakerId" = a."speakerId" AND ${heldWhenSaid()}
      ORDER BY ${began(sql`f`)} DESC, f."fromEarliest" DESC NULLS LAST, f.id DESC
      LIMIT ${raw(String(MOST_PARTS.affiliations))}) n) o
    WHERE a.id = ANY(${attributionIds}::uuid[]) AND o.offices IS NOT NULL`)
  return new Map(rows.map(({ attribution, offices }) => [attribution, offices]))
}
