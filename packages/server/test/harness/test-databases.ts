declare module 'vitest' {
  export interface ProvidedContext {
    databases: TestDatabases
  }
}

/** What the tests of one run share. */
export interface TestDatabases {
  /** Connection string of a real PostgreSQL server, without a database. */
  postgres: string
  /** Name of a database there that is migrated and empty: the template of the others. */
  template: string
  /** Dump of a migrated, empty PGlite, and the same as a data folder. */
  pglite: string
  dataFolder: string
}
