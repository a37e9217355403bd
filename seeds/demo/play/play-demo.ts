import type { FileStorage } from '@market/adapters/storage'
import { type Database, inUnitOfWork } from '@market/database'
import { auditEntries, organizations } from '@market/database/schema'
import type { StandingQueries } from '@market/search'
import { systemIds } from '@market/services'
import { and, eq, sql } from 'drizzle-orm'
import { DEMO_OPERATOR } from '../organizations.ts'
import { createDemoCalendar, instantOn } from './calendar.ts'
import { nameContacts } from './contacts.ts'
import { dealSteps } from './deal-steps.ts'
import { licenceOfferSteps } from './licence-offer-steps.ts'
import { listingSteps } from './listing-steps.ts'
import { moneySteps } from './money-steps.ts'
import { needSteps } from './need-steps.ts'
import { objectionSteps } from './notice-steps.ts'
import { organizationSteps } from './organization-steps.ts'
import { moveContractsOn, performanceSteps } from './performance-steps.ts'
import { planValueSteps } from './plan-value-steps.ts'
import { registerSteps } from './register-steps.ts'
import { releaseNow, releaseSteps } from './release-steps.ts'
import { renewListings } from './renewals.ts'
import { requestSteps } from './request-steps.ts'
import { returningSteps } from './returning-steps.ts'
import { rewardSteps } from './reward-steps.ts'
import { rightSteps } from './right-steps.ts'
import { secrecySteps } from './secrecy-steps.ts'
import { Stage, type Step } from './stage.ts'
import { statisticsSteps } from './statistics-steps.ts'
import { talkSteps } from './talk-steps.ts'
import { textSteps } from './text-steps.ts'

export interface DemoOptions {
  db: Database
  storage: FileStorage
  standing: StandingQueries
  /** The present: nothing is played later than the day before. */
  asOf: Date
  onProgress?: (done: number, total: number) => void
}

const DAY_MS = 86_400_000

const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((left, right) => left.on.localeCompare(right.on) || left.minute - right.minute)

const playAll = async (stage: Stage, { asOf, standing, onProgress }: DemoOptions): Promise<void> => {
  const realDay = createDemoCalendar(asOf)
  const steps = inOrder([
    ...organizationSteps(stage),
    ...listingSteps(stage),
    ...requestSteps(stage),
    ...talkSteps(stage),
    ...needSteps(stage),
    ...dealSteps(stage, realDay),
    ...textSteps(stage),
    ...objectionSteps(stage),
    ...secrecySteps(stage),
    ...moneySteps(stage),
    ...rewardSteps(stage),
    ...performanceSteps(stage),
    ...licenceOfferSteps(stage),
    ...rightSteps(stage),
    ...returningSteps(stage, standing),
    ...registerSteps(stage),
    ...statisticsSteps(stage),
    ...planValueSteps(stage),
    ...releaseSteps(stage),
  ])
  for (const [index, { on, minute, run }] of steps.entries()) {
    stage.moveTo(instantOn(realDay(on), minute))
    await run()
    onProgress?.(index + 1, steps.length)
  }
  stage.moveTo(new Date(asOf.getTime() - DAY_MS))
  await moveContractsOn(stage)
  await nameContacts(stage)
  await renewListings(stage)
  await releaseNow(stage)
}

type Found = 'nothing' | 'whole' | 'broken'

const FINISHED = { action: 'demo.finish', subjectType: 'demo', subjectId: DEMO_OPERATOR.creditCode }

const findDemo = async (db: Database): Promise<Found> => {
  const [operator] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.creditCode, DEMO_OPERATOR.creditCode))
  if (!operator) return 'nothing'
  const [finished] = await db
    .select({ position: auditEntries.position })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectType, FINISHED.subjectType), eq(auditEntries.action, FINISHED.action)))
  return finished ? 'whole' : 'broken'
}

/**
 * What happened years ago is news to nobody: no mail goes out for it, and the search index is built at once. (Only the
 * queue's own table tells which event a job is about; its public view does not.)
 */
const forgetOldNews = async (db: Database, firstId: string, asOf: Date): Promise<void> => {
  await db.execute(sql`
    select graphile_worker.complete_jobs(array_agg(jobs.id))
    from graphile_worker._private_jobs jobs join events on events.id = (jobs.payload ->> 'eventId')::uuid
    where events.id > ${firstId} and events.occurred_at < ${asOf.toISOString()}::timestamptz`)
}

/**
 * Plays the sample market through the verbs people use, on their business days; playing it again does nothing. Returns
 * whether it was played. Throws when an earlier play broke off half-way.
 */
export const playDemo = async (options: DemoOptions): Promise<boolean> => {
  const { db, storage, asOf } = options
  const found = await findDemo(db)
  if (found === 'whole') return false
  if (found === 'broken')
    throw new Error('An earlier demonstration broke off half-way; begin anew with --reset --yes.')
  const firstId = systemIds.next()
  const stage = new Stage({ db, storage })
  await playAll(stage, options)
  await inUnitOfWork(stage.as(null), async ({ audit }) => audit(FINISHED))
  await forgetOldNews(db, firstId, asOf)
  return true
}
