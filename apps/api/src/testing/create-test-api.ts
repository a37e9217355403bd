import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPagePrinter, createPdfRenderer } from '@market/adapters/documents'
import type { PaymentGateway } from '@market/adapters/payments'
import { createPictureMaker } from '@market/adapters/pictures'
import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage } from '@market/adapters/storage'
import { createTableFiles, writeWorkbook } from '@market/adapters/tables'
import { createVideoReader } from '@market/adapters/videos'
import { createWatermarker } from '@market/adapters/watermarks'
import { type Database, openDatabase } from '@market/database'
import { refreshTokens, sessionConfirmations } from '@market/database/schema'
import { createTestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { createPostgresEngine, createStandingQueries } from '@market/search'
import { createSeals, hashSecret, systemIds, systemSecrets } from '@market/services'
import { TEST_SECRET } from '@market/services/testing'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../app.ts'

export interface TestApi {
  app: FastifyInstance
  db: Database
  clock: FixedClock
  /** An Authorization header for an actor made with the service fixtures; the session counts as confirmed. */
  bearer(actor: Actor, options?: { confirmed: boolean }): Promise<{ authorization: string }>
  close(): Promise<void>
}

/** The whole API on a database of its own, without a port; online payments only through a gateway that is given. */
export const createTestApi = async (
  instant = '2026-03-02T02:00:00Z',
  {
    ownFactorAsked = false,
    gateway = null,
  }: { ownFactorAsked?: boolean; gateway?: PaymentGateway | null } = {},
): Promise<TestApi> => {
  const database = await createTestDatabase()
  const handle = openDatabase(database.url, { applicationName: 'test-api' })
  const folder = await mkdtemp(join(tmpdir(), 'market-files-'))
  const clock = fixedClock(instant)
  const app = await buildApp(
    {
      database: handle,
      clock,
      search: createPostgresEngine({ sql: handle.sql, cursorSecret: TEST_SECRET }),
      standing: createStandingQueries(),
      storage: createLocalStorage(folder),
      pictures: createPictureMaker(),
      videos: createVideoReader(),
      renderPdf: createPdfRenderer(),
      printPages: createPagePrinter(createPdfRenderer()),
      watermarker: createWatermarker(),
      tables: createTableFiles(),
      records: createRecordFiles(),
      writeWorkbook,
      payments: { gateway, publicUrl: 'http://127.0.0.1:8080', feeBasisPoints: 0 },
      ids: systemIds,
      secrets: systemSecrets,
      seals: createSeals(TEST_SECRET),
    },
    {
      publicUrl: 'http://localhost:8080',
      marketName: '邕江技术市场',
      ownFactorAsked,
      tokenSecret: TEST_SECRET,
      trustProxy: 'loopback',
      logLevel: 'silent',
      rateLimitPerMinute: 100_000,
      // Tests share their processors with others; being slow is no failure of theirs.
      shedAboveMs: 0,
    },
  )
  const bearer = async (actor: Actor, { confirmed } = { confirmed: true }) => {
    const sessionId = systemIds.next()
    const refreshToken = systemSecrets.next()
    const { userId, organizationId } = actor
    const refreshExpiresAt = new Date('2099-01-01T00:00:00Z')
    await database.db.insert(refreshTokens).values({
      id: systemIds.next(),
      familyId: sessionId,
      userId,
      organizationId,
      tokenHash: hashSecret(refreshToken),
      createdAt: clock.now(),
      expiresAt: refreshExpiresAt,
    })
    if (confirmed) {
      await database.db
        .insert(sessionConfirmations)
        .values({ sessionId, userId, method: 'authenticator', confirmedAt: refreshExpiresAt })
    }
    const user = { id: userId, email: '', name: '', locale: 'zh-CN' }
    const session = { user, sessionId, organizationId, refreshToken, refreshExpiresAt }
    return { authorization: `Bearer ${app.issueAccessToken(session).accessToken}` }
  }
  const close = async () => {
    await app.close()
    await handle.close()
    await database.drop()
    await rm(folder, { recursive: true })
  }
  return { app, db: database.db, clock, bearer, close }
}
