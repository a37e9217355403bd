import { ContractPage } from '@market/contracts/contracts'
import { TurnoverSummary } from '@market/contracts/indicators'
import { RequestPage } from '@market/contracts/licensing'
import { ListingPage } from '@market/contracts/listings'
import { OrganizationPage } from '@market/contracts/organizations'
import { RegistrationPage } from '@market/contracts/registration'
import { may } from '@market/domain/policy'
import type { z } from 'zod'
import type { ApiClient, Query } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'
import type { Workspace } from '../../lib/workspace.ts'
import { DEALING_KINDS } from './navigation.ts'

const WAITING = 10
const RECENT = 5

/** What waits for this person and what moved last, by what the organization does and the person may. */
export async function loadWork(api: ApiClient, workspace: Workspace) {
  const { actor } = workspace
  const kind = actor.organizationKind
  const deals = kind !== null && DEALING_KINDS.includes(kind)
  const files = may(actor, 'registration.file', ['agency'])
  const examines = may(actor, 'registration.register', ['agency'])
  const reviews = may(actor, 'listing.list_review')
  const failed: string[] = []
  const read = async <T>(wanted: boolean, path: string, schema: z.ZodType<T>, query?: Query) => {
    if (!wanted) return null
    const answer = await attempt(() => api.get(path, schema, query))
    if (answer.ok) return answer.value
    failed.push(path)
    return null
  }
  const hasContracts = deals || kind === 'agency'
  const [
    requests,
    contracts,
    corrections,
    drafts,
    queue,
    listings,
    returned,
    frozen,
    organizations,
    turnover,
    recentRequests,
    recentContracts,
    recentRegistrations,
  ] = await Promise.all([
    read(deals, '/api/requests', RequestPage, { waiting: 'me', limit: WAITING }),
    read(hasContracts, '/api/contracts', ContractPage, { waiting: 'me', limit: WAITING }),
    read(files, '/api/registrations', RegistrationPage, {
      queue: 'filed',
      state: 'correction_requested',
      limit: WAITING,
    }),
    read(files, '/api/registrations', RegistrationPage, { queue: 'filed', state: 'draft', limit: WAITING }),
    read(examines, '/api/registrations', RegistrationPage, { queue: 'examine', limit: WAITING }),
    read(reviews, '/api/listings', ListingPage, { scope: 'review', limit: WAITING }),
    read(may(actor, 'listing.create'), '/api/listings', ListingPage, {
      scope: 'mine',
      state: 'draft',
      limit: WAITING,
    }),
    read(may(actor, 'listing.create'), '/api/listings', ListingPage, {
      scope: 'mine',
      frozen: 'true',
      limit: WAITING,
    }),
    read(reviews, '/api/organizations', OrganizationPage, { state: 'pending', limit: WAITING }),
    read(kind === 'authority' || kind === 'operator', '/api/turnover/summary', TurnoverSummary),
    read(deals, '/api/requests', RequestPage, { limit: RECENT }),
    read(hasContracts, '/api/contracts', ContractPage, { limit: RECENT }),
    read(kind !== null, '/api/registrations', RegistrationPage, { limit: RECENT }),
  ])
  return {
    waiting: { requests, contracts, corrections, drafts, queue, listings, returned, frozen, organizations },
    recent: {
      requests: recentRequests?.items.filter(({ waitingForMe }) => !waitingForMe) ?? [],
      contracts: recentContracts?.items.filter(({ waitingForMe }) => !waitingForMe) ?? [],
      registrations: recentRegistrations?.items ?? [],
    },
    turnover,
    incomplete: failed.length > 0,
  }
}

export type Work = Awaited<ReturnType<typeof loadWork>>
