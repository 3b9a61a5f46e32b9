/** One session of a database. Advisory locks belong to a session. */
export interface SqlSession {
  /** Runs one or more statements without parameters. */
  exec(sql: string): Promise<unknown>
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>
}
