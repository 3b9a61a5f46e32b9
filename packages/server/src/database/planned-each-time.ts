/** Whether PostgreSQL has to plan a statement for its values each time: the best plan of a search depends on how rare its words are. */
export const isPlannedEachTime = (sql: string): boolean => sql.includes('any_language_query(')
