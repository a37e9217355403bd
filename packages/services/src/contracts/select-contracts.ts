import type { Database } from '@market/database'
import {
  contractSignatures,
  contracts,
  listings,
  needAnswers,
  needs,
  organizations,
  registrations,
  requests,
} from '@market/database/schema'
import { REGISTRABLE_CONTRACT_STATES } from '@market/domain/contracts'
import { eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { listingColumns, needColumns } from '../licensing/index.ts'

const sellers = alias(organizations, 'sellers')
const buyers = alias(organizations, 'buyers')
const agencies = alias(organizations, 'agencies')

/** Not signed yet, and our side has not confirmed; or signed, entrusted to us and not filed (once refused: again). */
export const waitingFor = (organizationId: string) =>
  sql<boolean>`(
    ${contracts.state} in ('draft', 'ready')
    and ${organizationId}::uuid in (${contracts.sellerId}, ${contracts.buyerId})
    and not exists (
      select 1 from ${contractSignatures} where ${contractSignatures.contractId} = ${contracts.id}
        and ${contractSignatures.organizationId} = ${organizationId}
        and ${contractSignatures.confirmedAt} is not null
    )
    or ${inArray(contracts.state, REGISTRABLE_CONTRACT_STATES)}
    and ${contracts.agencyId} is not distinct from ${organizationId}::uuid
    and not exists (
      select 1 from ${registrations} where ${registrations.contractId} = ${contracts.id}
        and ${registrations.state} <> 'refused'
    )
  )`

/** Contracts with what a line in a table shows, seen from one organization. */
export const selectContracts = (db: Database, organizationId: string) =>
  db
    .select({
      contract: contracts,
      listing: listingColumns,
      need: needColumns,
      seller: sellers,
      buyer: buyers,
      agency: agencies,
      waitingForMe: waitingFor(organizationId),
    })
    .from(contracts)
    .innerJoin(requests, eq(requests.id, contracts.requestId))
    .leftJoin(listings, eq(listings.id, contracts.listingId))
    .leftJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .leftJoin(needs, eq(needs.id, needAnswers.needId))
    .innerJoin(sellers, eq(sellers.id, contracts.sellerId))
    .innerJoin(buyers, eq(buyers.id, contracts.buyerId))
    .leftJoin(agencies, eq(agencies.id, contracts.agencyId))

export type ContractSummaryRecord = Awaited<ReturnType<typeof selectContracts>>[number]
