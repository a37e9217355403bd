import { join } from 'node:path'
import { createOutboxMailer, createSmtpMailer, type Mailer } from '@market/adapters/mail'
import { createStripeGateway } from '@market/adapters/payments'
import { createRecordFiles } from '@market/adapters/records'
import { chooseStorage } from '@market/adapters/storage'
import { createTableFiles } from '@market/adapters/tables'
import { openDatabase, openOutbox } from '@market/database'
import { createEngines, createStandingQueries } from '@market/search'
import { createSeals, systemClock, systemIds, systemSecrets } from '@market/services'
import type { OnlineSettings } from '@market/services/payments'
import type { Config } from './config.ts'
import type { JobContext } from './jobs/index.ts'

/** Connects what the configuration names; `close` lets go of it again. */
export const compose = (config: Config): { context: JobContext; close(): Promise<void> } => {
  const database = openDatabase(config.DATABASE_URL, { applicationName: 'market-worker' })
  const { all: engines } = createEngines({
    sql: database.sql,
    clock: systemClock,
    ids: systemIds,
    cursorSecret: config.APP_SECRET,
    meiliUrl: config.MEILI_URL,
    meiliKey: config.MEILI_KEY,
  })
  const context: JobContext = {
    db: database.db,
    outbox: openOutbox(database.db),
    clock: systemClock,
    ids: systemIds,
    seals: createSeals(config.APP_SECRET),
    secrets: systemSecrets,
    mailer: composeMailer(config),
    tables: createTableFiles(),
    storage: chooseStorage(config),
    records: createRecordFiles(),
    payments: composePayments(config),
    engines,
    standing: createStandingQueries(),
    importKeepDays: config.LISTING_IMPORT_KEEP_DAYS,
    publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
  }
  return { context, close: () => database.close() }
}

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

const composeMailer = ({ SMTP_URL, MAIL_FROM, DATA_DIR }: Config): Mailer =>
  SMTP_URL
    ? createSmtpMailer({ url: SMTP_URL, from: MAIL_FROM })
    : createOutboxMailer(join(DATA_DIR, 'outbox'))
