export { EmbeddedDatabaseError } from './errors.ts'
export { persistedSecret } from './persisted-secret.ts'
export { type EmbeddedServer, startEmbeddedServer, stopAbandonedServer } from './start-server.ts'
export { startEmbeddedDatabase, useEmbeddedDatabase } from './use-embedded-database.ts'
