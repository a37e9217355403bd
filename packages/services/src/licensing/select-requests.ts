import type { Database } from '@market/database'
import {
  contracts,
  listings,
  needAnswers,
  needs,
  offers,
  organizations,
  requests,
} from '@market/database/schema'
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

const requesters = alias(organizations, 'requesters')
const owners = alias(organizations, 'owners')

/** The owner owes an answer, or the talks go on and no offer of ours lies open. */
export const waitingFor = (organizationId: string) =>
  sql<boolean>`(
    (${requests.state} = 'submitted' and ${requests.ownerId} = ${organizationId})
    or (${requests.state} in ('accepted', 'negotiating')
      and ${organizationId} in (${requests.ownerId}, ${requests.requesterId}) and not exists (
      select 1 from ${offers} where ${offers.requestId} = ${requests.id}
        and ${offers.state} = 'open' and ${offers.organizationId} = ${organizationId}
    ))
  )`

export const listingColumns = {
  id: listings.id,
  kind: listings.kind,
  state: listings.state,
  titleZh: listings.titleZh,
  titleEn: listings.titleEn,
}

/** The need behind a deal; what its text says is what was published last. */
export const needColumns = {
  id: needs.id,
  titleZh: sql<string>`${needs.published} ->> 'titleZh'`,
  titleEn: sql<string>`${needs.published} ->> 'titleEn'`,
}

/** Requests with what a line in a table shows, seen from one organization. */
export const selectRequests = (db: Database, organizationId: string) =>
  db
    .select({
      request: requests,
      listing: listingColumns,
      need: needColumns,
      requester: requesters,
      owner: owners,
      waitingForMe: waitingFor(organizationId),
      contractId: contracts.id,
    })
    .from(requests)
    .leftJoin(listings, eq(listings.id, requests.listingId))
    .leftJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .leftJoin(needs, eq(needs.id, needAnswers.needId))
    .innerJoin(requesters, eq(requesters.id, requests.requesterId))
    .innerJoin(owners, eq(owners.id, requests.ownerId))
    .leftJoin(contracts, eq(contracts.requestId, requests.id))

export type RequestSummaryRecord = Awaited<ReturnType<typeof selectRequests>>[number]
