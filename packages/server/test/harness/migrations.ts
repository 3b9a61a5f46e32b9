export { migrationsFolder as repositoryMigrations } from '../../src/database/migrations-folder.js'
