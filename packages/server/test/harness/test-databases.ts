declare module 'vitest' {
  export interface ProvidedContext {
    databases: TestDatabases
  }
}

/** The databases that all tests of a run share. */
export interface TestDatabases {
  /** The connection string of a real PostgreSQL server, without a database. */
  postgres: string
  /** The name of a migrated, empty database on this server. It is the template of the others. */
  template: string
  /** The path of a dump of a migrated, empty PGlite. `dataFolder` has the same content as a data folder. */
  pglite: string
  dataFolder: string
}
