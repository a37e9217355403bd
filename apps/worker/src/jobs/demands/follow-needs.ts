import { SETTLING_EVENTS, settleNeed, spreadNeed, tellPosters } from '@market/services/demands'
import { type EventHandler, workFor } from '../job-context.ts'

/** A need was published: the owners whose listings answer it are noted for the day's letter. */
export const matchPublishedNeed: EventHandler = {
  name: 'demands.match_published_need',
  types: ['need.published'],
  handle: async (context, event) => {
    const [search] = context.engines
    if (search) await spreadNeed({ ...workFor(context, event.id), search }, event.subjectId)
  },
}

/** A listing was published: the posters of needs it answers are told. */
export const matchPublishedListing: EventHandler = {
  name: 'demands.match_published_listing',
  types: ['listing.published'],
  handle: async (context, event) => {
    await tellPosters(workFor(context, event.id), event.subjectId)
  },
}

/** Talks over a need ended or were signed: the need follows. */
export const settleNeedBehind: EventHandler = {
  name: 'demands.settle_need',
  types: SETTLING_EVENTS,
  handle: async (context, event) => {
    const { requestId } = event.payload
    if (typeof requestId === 'string') {
      await settleNeed(workFor(context, event.id), requestId)
    }
  },
}
