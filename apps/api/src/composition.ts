import { createPdfRenderer } from '@market/adapters/documents'
import { createPictureMaker } from '@market/adapters/pictures'
import { createRecordFiles } from '@market/adapters/records'
import { chooseStorage } from '@market/adapters/storage'
import { createTableFiles, writeWorkbook } from '@market/adapters/tables'
import { createVideoReader } from '@market/adapters/videos'
import { openDatabase } from '@market/database'
import { createEngines, createStandingQueries } from '@market/search'
import { createSeals, systemClock, systemIds, systemSecrets } from '@market/services'
import type { Config } from './config.ts'
import type { Dependencies, Settings } from './dependencies.ts'

/** Connects what the configuration names. */
export const compose = (config: Config): Dependencies => {
  const database = openDatabase(config.DATABASE_URL, { applicationName: 'market-api' })
  const { search } = createEngines({
    sql: database.sql,
    clock: systemClock,
    ids: systemIds,
    cursorSecret: config.APP_SECRET,
    meiliUrl: config.MEILI_URL,
    meiliKey: config.MEILI_KEY,
  })
  return {
    database,
    search,
    storage: chooseStorage(config),
    standing: createStandingQueries(database),
    pictures: createPictureMaker(),
    videos: createVideoReader(),
    renderPdf: createPdfRenderer(),
    tables: createTableFiles(),
    records: createRecordFiles(),
    writeWorkbook,
    clock: systemClock,
    ids: systemIds,
    secrets: systemSecrets,
    seals: createSeals(config.APP_SECRET),
  }
}

/** Two seconds behind, it is kinder to say so than to keep everybody waiting. */
const SHED_ABOVE_MS = 2_000

export const settingsOf = (config: Config): Settings => ({
  publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
  marketName: config.SITE_NAME_ZH,
  ownFactorAsked: config.MFA_REQUIRED,
  tokenSecret: config.APP_SECRET,
  trustProxy: config.TRUST_PROXY,
  logLevel: config.LOG_LEVEL,
  rateLimitPerMinute: config.RATE_LIMIT_PER_MINUTE,
  shedAboveMs: SHED_ABOVE_MS,
})
