export { createDatabaseFromTemplate, createTestDatabase, type TestDatabase } from './create-test-database.ts'
