import { createPagePrinter, createPdfRenderer } from '@market/adapters/documents'
import { createStripeGateway } from '@market/adapters/payments'
import { createPictureMaker } from '@market/adapters/pictures'
import { createRecordFiles } from '@market/adapters/records'
import { chooseStorage } from '@market/adapters/storage'
import { createTableFiles, writeWorkbook } from '@market/adapters/tables'
import { createVideoReader } from '@market/adapters/videos'
import { createWatermarker } from '@market/adapters/watermarks'
import { openDatabase } from '@market/database'
import { createEngines, createStandingQueries } from '@market/search'
import { createSeals, systemClock, systemIds, systemSecrets } from '@market/services'
import type { OnlineSettings } from '@market/services/payments'
import type { Config } from './config.ts'
import type { Dependencies, Settings } from './dependencies.ts'

const composePayments = (config: Config): OnlineSettings => {
  const {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: apiBase,
  } = config
  const wallets = config.STRIPE_PAYMENT_METHODS
  const gateway =
    secretKey && webhookSecret ? createStripeGateway({ secretKey, webhookSecret, apiBase, wallets }) : null
  return {
    gateway,
    publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
    feeBasisPoints: config.PLATFORM_FEE_BASIS_POINTS,
  }
}

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
    standing: createStandingQueries(),
    pictures: createPictureMaker(),
    videos: createVideoReader(),
    renderPdf: createPdfRenderer(),
    printPages: createPagePrinter(createPdfRenderer()),
    watermarker: createWatermarker(),
    tables: createTableFiles(),
    records: createRecordFiles(),
    writeWorkbook,
    payments: composePayments(config),
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
