import type { PagePrinter, PdfRenderer } from '@market/adapters/documents'
import type { PictureMaker } from '@market/adapters/pictures'
import type { RecordFiles } from '@market/adapters/records'
import type { FileStorage } from '@market/adapters/storage'
import type { TableFiles, WriteWorkbook } from '@market/adapters/tables'
import type { VideoReader } from '@market/adapters/videos'
import type { Watermarker } from '@market/adapters/watermarks'
import type { DatabaseHandle } from '@market/database'
import type { Clock, IdSource } from '@market/domain'
import type { SearchEngine, StandingQueries } from '@market/search'
import type { Seals, SecretSource } from '@market/services'
import type { OnlineSettings } from '@market/services/payments'

/** Everything the API reaches outside itself, made once in composition.ts or by a test. */
export interface Dependencies {
  database: DatabaseHandle
  search: SearchEngine
  standing: StandingQueries
  storage: FileStorage
  pictures: PictureMaker
  videos: VideoReader
  renderPdf: PdfRenderer
  printPages: PagePrinter
  watermarker: Watermarker
  tables: TableFiles
  records: RecordFiles
  writeWorkbook: WriteWorkbook
  payments: OnlineSettings
  clock: Clock
  ids: IdSource
  secrets: SecretSource
  seals: Seals
}

/** The settings the application itself reads; the rest of the configuration only shapes the dependencies. */
export interface Settings {
  publicUrl: string
  /** What passkeys and authenticators call this market. */
  marketName: string
  /** Whether those who sign and pay must have a second factor of their own. */
  ownFactorAsked: boolean
  tokenSecret: string
  trustProxy: string
  logLevel: string
  rateLimitPerMinute: number
  /** Requests are turned away while the process answers later than this; 0 turns nobody away. */
  shedAboveMs: number
}

declare module 'fastify' {
  interface FastifyInstance {
    dependencies: Dependencies
    settings: Settings
  }
}
