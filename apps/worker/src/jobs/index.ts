import { forgetOldRequestKeys } from '@market/services'
import { watchContracts, watchNotices } from '@market/services/contracts'
import { tellOwners, watchDeadlines } from '@market/services/demands'
import {
  deliverDigests,
  deliverInstantMatches,
  forgetAttention,
  workOffBacklog,
} from '@market/services/discovery'
import { sweepStorage } from '@market/services/files'
import { releaseTurnoverOfMonth } from '@market/services/indicators'
import { watchRequests } from '@market/services/licensing'
import { endTerms, forgetAbandonedImports, workOnListingImports } from '@market/services/listings'
import { deliverMailDigests } from '@market/services/notifications'
import { reconcilePayments, remindPayers } from '@market/services/payments'
import { remindRegistrars } from '@market/services/registration'
import { watchRights } from '@market/services/rights'
import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { matchPublishedListing, matchPublishedNeed, settleNeedBehind } from './demands/follow-needs.ts'
import { matchChangedListing } from './discovery/match-saved-searches.ts'
import { synchronizeChangedListing, synchronizeChangedOwner } from './discovery/synchronize-search.ts'
import { deliverEvent } from './events/deliver.ts'
import { type EventHandler, type JobContext, workFor } from './job-context.ts'
import { workOnHandedInImport } from './listings/import-listings.ts'
import { placeChanges } from './listings/place-changes.ts'
import { keepNoticesInside, sendMails } from './notifications/send-mails.ts'
import {
  feedNewRegistration,
  feedRegisterOnPayment,
  followGatewayEvent,
  openSignedSchedule,
  shareReceipts,
} from './payments/payment-jobs.ts'
import { checkUploadedImport, runCommittedImport } from './registration/import-contracts.ts'

export type { EventHandler, JobContext } from './job-context.ts'

/** Everything that reacts to outbox events. */
export const EVENT_HANDLERS: readonly EventHandler[] = [
  synchronizeChangedListing,
  synchronizeChangedOwner,
  matchChangedListing,
  placeChanges,
  sendMails,
  matchPublishedNeed,
  matchPublishedListing,
  settleNeedBehind,
  keepNoticesInside,
  checkUploadedImport,
  runCommittedImport,
  workOnHandedInImport,
  openSignedSchedule,
  feedRegisterOnPayment,
  feedNewRegistration,
  shareReceipts,
  followGatewayEvent,
]

/** Times in UTC, one line each: `minute hour day month weekday task`. */
export const CRONTAB = [
  '* * * * * release_jobs_of_the_dead ?jobKey=jobs_of_the_dead&max=3',
  '* * * * * work_off_search_backlog ?jobKey=search_backlog&queue=search_backlog&max=3',
  // Half past eight in Shanghai; caught up with when the worker was away.
  '30 0 * * * remind_registrars ?jobKey=remind_registrars&max=5&fill=9h',
  // Leases put a look at what a killed worker has left into the queue; this one is for when that was lost.
  '* * * * * work_on_listing_imports ?jobKey=listing_imports&max=3',
  // In the middle of the night in Shanghai.
  '40 18 * * * forget_abandoned_imports ?jobKey=forget_abandoned_imports&max=5&fill=20h',
  // Ten past midnight in Shanghai: what ran out yesterday is off the market before anybody asks for it.
  '10 16 * * * watch_rights ?jobKey=watch_rights&max=5&fill=24h',
  // Ten past midnight in Shanghai, when a deadline is over.
  '10 16 * * * watch_need_deadlines ?jobKey=watch_need_deadlines&max=5&fill=23h',
  // Eight in the morning in Shanghai: who has to answer reads it at work.
  '5 0 * * * watch_requests ?jobKey=watch_requests&max=5&fill=9h',
  '45 0 * * * tell_owners_of_needs ?jobKey=tell_owners_of_needs&max=5&fill=9h',
  // Eight in the morning in Shanghai; caught up with when the worker was away.
  '0 0 * * * send_search_digests ?jobKey=search_digests&queue=saved_searches&max=5&fill=20h',
  // Ten past nine in Shanghai, after all the morning's reminders, so that they are gathered too.
  '10 1 * * * send_mail_digests ?jobKey=mail_digests&queue=mail_digests&max=5&fill=9h',
  // Ten past midnight in Shanghai: the day that is over can no longer be traced.
  '10 16 * * * forget_attention ?jobKey=forget_attention&max=5&fill=20h',
  // Half past midnight in Shanghai, when yesterday is over there.
  '30 16 * * * end_listing_terms ?jobKey=end_listing_terms&max=5&fill=23h',
  // Ten past eight in Shanghai: notices that end soon, and those that ended yesterday.
  '10 0 * * * watch_notices ?jobKey=watch_notices&max=5&fill=9h',
  // Ten to nine in Shanghai.
  '50 0 * * * watch_contracts ?jobKey=watch_contracts&max=5&fill=9h',
  '40 0 * * * remind_payers ?jobKey=remind_payers&max=5&fill=9h',
  // In the middle of the night in Shanghai.
  '20 18 * * * reconcile_payments ?jobKey=reconcile_payments&queue=reconcile_payments&max=5&fill=20h',
  // Five past midnight in Shanghai: on the first of a month, or when that one was missed, the public figures are released.
  '5 16 * * * release_turnover ?jobKey=release_turnover&max=5&fill=24h',
  // In the middle of the night in Shanghai.
  '50 18 * * * sweep_storage ?jobKey=sweep_storage&max=5&fill=20h',
  '17 * * * * forget_old_request_keys ?jobKey=request_keys&max=3',
].join('\n')

const DeliverPayload = z.object({ eventId: z.uuid() })

export const buildTaskList = (context: JobContext): TaskList => ({
  deliver: (payload) => deliverEvent(context, EVENT_HANDLERS, DeliverPayload.parse(payload).eventId),
  release_jobs_of_the_dead: async (_payload, { logger }) => {
    const workers = await context.outbox.releaseJobsOfTheDead()
    if (workers.length > 0) logger.warn(`Jobs of killed workers are done again: ${workers.join(', ')}`)
  },
  work_off_search_backlog: async () => {
    await workOffBacklog(context)
  },
  remind_registrars: async () => {
    await remindRegistrars(workFor(context, 'remind_registrars'))
  },
  work_on_listing_imports: () => workOnListingImports(context),
  forget_abandoned_imports: async () => {
    const { importKeepDays } = context
    await forgetAbandonedImports(workFor(context, 'forget_abandoned_imports'), importKeepDays)
  },
  watch_rights: async () => {
    await watchRights(workFor(context, 'watch_rights'))
  },
  watch_need_deadlines: async () => {
    await watchDeadlines(workFor(context, 'watch_need_deadlines'))
  },
  watch_requests: async () => {
    await watchRequests(workFor(context, 'watch_requests'))
  },
  tell_owners_of_needs: async () => {
    await tellOwners(workFor(context, 'tell_owners_of_needs'))
  },
  tell_saved_searches: async () => {
    await deliverInstantMatches({ ...context, send: (mail) => context.mailer.send(mail) })
  },
  send_search_digests: async () => {
    await deliverDigests({ ...context, send: (mail) => context.mailer.send(mail) })
  },
  send_mail_digests: async () => {
    await deliverMailDigests({ ...context, send: (mail) => context.mailer.send(mail) })
  },
  forget_attention: () => forgetAttention(context),
  end_listing_terms: async () => {
    await endTerms(workFor(context, 'end_listing_terms'))
  },
  watch_notices: async () => {
    await watchNotices(workFor(context, 'watch_notices'))
  },
  watch_contracts: async () => {
    await watchContracts(workFor(context, 'watch_contracts'))
  },
  remind_payers: async () => {
    await remindPayers(workFor(context, 'remind_payers'))
  },
  reconcile_payments: async () => {
    const { gateway, publicUrl } = context.payments
    if (gateway === null) return
    await reconcilePayments(workFor(context, 'reconcile_payments'), { gateway, publicUrl })
  },
  release_turnover: async () => {
    await releaseTurnoverOfMonth(workFor(context, 'release_turnover'))
  },
  sweep_storage: async () => {
    await sweepStorage(workFor(context, 'sweep_storage'), context.storage)
  },
  forget_old_request_keys: () => forgetOldRequestKeys(context),
})
