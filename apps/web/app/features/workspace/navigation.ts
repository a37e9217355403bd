import type { OrganizationKind } from '@market/domain'
import { BROKER_KINDS } from '@market/domain/licensing'
import { type Action, may, type Relation } from '@market/domain/policy'
import { paths } from '../../lib/paths.ts'
import type { Workspace } from '../../lib/workspace.ts'

export const DEALING_KINDS: readonly OrganizationKind[] = ['university', 'institute', 'company', 'provider']

interface Entry {
  key:
    | 'home'
    | 'listings'
    | 'listingImports'
    | 'rights'
    | 'needs'
    | 'matchingNeeds'
    | 'needReview'
    | 'requests'
    | 'secrecy'
    | 'brokerages'
    | 'licences'
    | 'contracts'
    | 'payments'
    | 'contractAccounts'
    | 'reconciliations'
    | 'registrations'
    | 'desk'
    | 'batchLists'
    | 'imports'
    | 'taxSheets'
    | 'review'
    | 'organizations'
    | 'organization'
    | 'plans'
    | 'periods'
    | 'statistics'
    | 'audit'
    | 'notifications'
    | 'favourites'
    | 'savedSearches'
    | 'missedTerms'
  to: string
  /** Shown to those who may do this; with nothing named, to everybody. */
  action?: Action
  relations?: readonly Relation[]
  kinds?: readonly OrganizationKind[]
}

const ENTRIES: readonly Entry[] = [
  { key: 'home', to: paths.workspace },
  { key: 'notifications', to: paths.notifications },
  { key: 'review', to: '/workspace/review', action: 'listing.list_review' },
  { key: 'needReview', to: paths.needReview, action: 'need.list_review' },
  { key: 'desk', to: paths.desk, action: 'registration.register', relations: ['agency'] },
  { key: 'listings', to: '/workspace/listings', action: 'listing.list_own', kinds: DEALING_KINDS },
  { key: 'listingImports', to: paths.listingImports, action: 'listing_import.create' },
  { key: 'rights', to: paths.rights, action: 'right.list', kinds: DEALING_KINDS },
  { key: 'needs', to: paths.myNeeds, action: 'need.list_own', kinds: DEALING_KINDS },
  { key: 'matchingNeeds', to: paths.matchingNeeds, action: 'need.list_matching' },
  { key: 'requests', to: paths.requests, action: 'request.list', kinds: DEALING_KINDS },
  { key: 'secrecy', to: paths.secrecy, action: 'nda.list', kinds: DEALING_KINDS },
  { key: 'brokerages', to: paths.brokerages, action: 'brokerage.list', kinds: BROKER_KINDS },
  { key: 'licences', to: paths.licenceOrders, action: 'licence_order.list', kinds: DEALING_KINDS },
  { key: 'contracts', to: paths.contracts, action: 'contract.list', kinds: [...DEALING_KINDS, 'agency'] },
  { key: 'payments', to: paths.payments, action: 'payment.list', kinds: DEALING_KINDS },
  { key: 'contractAccounts', to: paths.contractAccounts, action: 'payment.read_reconciliations' },
  { key: 'reconciliations', to: paths.reconciliations, action: 'payment.read_reconciliations' },
  { key: 'registrations', to: paths.registrations, action: 'registration.list' },
  { key: 'batchLists', to: paths.batchLists, action: 'batch_list.list' },
  {
    key: 'taxSheets',
    to: '/workspace/tax-sheets',
    action: 'tax_evidence.read',
    relations: ['seller'],
    kinds: DEALING_KINDS,
  },
  { key: 'imports', to: paths.imports, action: 'import.list' },
  { key: 'organizations', to: '/workspace/organizations', action: 'organization.list_all' },
  { key: 'favourites', to: paths.favourites, kinds: DEALING_KINDS },
  { key: 'savedSearches', to: paths.savedSearches, kinds: DEALING_KINDS },
  { key: 'missedTerms', to: '/workspace/missed-terms', action: 'search_miss.list' },
  { key: 'plans', to: '/plans', kinds: ['authority', 'operator'] },
  { key: 'periods', to: '/workspace/periods', action: 'turnover.publish_period' },
  { key: 'statistics', to: '/workspace/statistics', action: 'statistics.load' },
  { key: 'organization', to: '/workspace/organization', action: 'organization.read', relations: ['own'] },
  { key: 'audit', to: paths.audit, action: 'audit.read', relations: ['own'] },
]

/** The parts of the workspace this person, for this organization, has any business in. */
export function navigationOf({ actor }: Workspace): Entry[] {
  const { organizationKind: kind } = actor
  return ENTRIES.filter(
    ({ action, relations, kinds }) =>
      (kinds === undefined || (kind !== null && kinds.includes(kind))) &&
      (action === undefined || may(actor, action, relations ?? null)),
  )
}
