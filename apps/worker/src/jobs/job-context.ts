import type { Mailer } from '@market/adapters/mail'
import type { RecordFiles } from '@market/adapters/records'
import type { FileStorage } from '@market/adapters/storage'
import type { TableFiles } from '@market/adapters/tables'
import type { Database, EventRow, Outbox } from '@market/database'
import type { Clock, IdSource } from '@market/domain'
import type { SearchEngine, StandingQueries } from '@market/search'
import type { Seals, SecretSource } from '@market/services'
import type { OnlineSettings } from '@market/services/payments'

/** What every job is given; made once in composition.ts or by a test. */
export interface JobContext {
  db: Database
  outbox: Outbox
  clock: Clock
  ids: IdSource
  seals: Seals
  secrets: SecretSource
  mailer: Mailer
  tables: TableFiles
  storage: FileStorage
  records: RecordFiles
  payments: OnlineSettings
  /** Every search engine to be kept in step with the listings. */
  engines: readonly SearchEngine[]
  /** Holds a new listing against the saved searches. */
  standing: StandingQueries
  /** Days after which an import of listings that nobody goes on with is forgotten. */
  importKeepDays: number
  /** Without a slash at the end. */
  publicUrl: string
}

/** Work in nobody's name; the audit trail names instead what it was done for, an event or a task of the clock. */
export const workFor = (context: JobContext, cause: string) => ({ ...context, actor: null, requestId: cause })

/**
 * Reacts to events of some types. A handler may be called again for an event it has already dealt with (when the
 * worker was killed at the wrong moment), so what it does outside must bear repetition: use the event's id.
 */
export interface EventHandler {
  /** Recorded per delivered event: renaming a handler delivers old, unfinished events to it again. */
  name: string
  types: readonly string[]
  handle(context: JobContext, event: EventRow): Promise<void>
}
