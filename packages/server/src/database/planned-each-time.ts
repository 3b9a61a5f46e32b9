/**
 * Whether PostgreSQL has to plan a statement for its values each time. The best plan of a search depends on how rare its words
 * are; that of the rows which facets and timelines count, on how many rows a speaker or a topic has. Both take far longer to
 * run than to plan.
 */
export const isPlannedEachTime = (sql: string): boolean =>
  sql.includes('any_language_query(') || sql.startsWith('WITH common')
