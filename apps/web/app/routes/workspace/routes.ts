import { index, layout, prefix, type RouteConfigEntry, route } from '@react-router/dev/routes'

const requests = [
  route('requests', 'routes/workspace/requests/list.tsx'),
  route('requests/new', 'routes/workspace/requests/to-listing.ts'),
  route('requests/:id', 'routes/workspace/requests/detail.tsx'),
  route('brokerages', 'routes/workspace/brokerages/list.tsx'),
]

const secrecy = [
  route('licences', 'routes/workspace/licences/list.tsx'),
  route('secrecy', 'routes/workspace/secrecy/list.tsx'),
  route('secrecy/text', 'routes/workspace/secrecy/text.tsx'),
]

const needs = [
  route('needs', 'routes/workspace/needs/list.tsx'),
  route('needs/new', 'routes/workspace/needs/new.tsx'),
  route('needs/:id', 'routes/workspace/needs/edit.tsx'),
  route('needs/:id/matches', 'routes/workspace/needs/matches.tsx'),
  route('needs/:id/answers', 'routes/workspace/needs/answers.tsx'),
  route('matching-needs', 'routes/workspace/needs/matching.tsx'),
  route('answers', 'routes/workspace/needs/my-answers.tsx'),
  route('review-needs', 'routes/workspace/needs/review.tsx'),
]

const contracts = [
  route('contracts', 'routes/workspace/contracts/list.tsx'),
  route('contracts/:id', 'routes/workspace/contracts/detail.tsx'),
  route('contracts/:id/text', 'routes/workspace/contracts/text.tsx'),
  route('contracts/:id/amendments/new', 'routes/workspace/contracts/propose-amendment.tsx'),
  route('contracts/:id/amendments/:number', 'routes/workspace/contracts/amendment.tsx'),
]

const payments = [
  route('payments', 'routes/workspace/payments/list.tsx'),
  route('payments/account', 'routes/workspace/payments/account.tsx'),
  route('payments/contracts', 'routes/workspace/payments/accounts.tsx'),
  route('payments/reconciliations', 'routes/workspace/payments/reconciliations.tsx'),
  route('contracts/:id/reward', 'routes/workspace/rewards/contract.tsx'),
  route('contracts/:id/payments', 'routes/workspace/payments/contract.tsx'),
]

const registrations = [
  route('registrations', 'routes/workspace/registrations/list.tsx'),
  route('registrations/desk', 'routes/workspace/registrations/desk.tsx', [
    index('routes/workspace/registrations/desk-empty.tsx'),
    route(':id', 'routes/workspace/registrations/desk-record.tsx'),
  ]),
  route('registrations/:id', 'routes/workspace/registrations/detail.tsx'),
  route('registrations/:id/receipts', 'routes/workspace/registrations/receipts.tsx'),
]

const register = [
  route('batch-lists', 'routes/workspace/batch-lists/list.tsx'),
  route('tax-sheets', 'routes/workspace/tax-sheet.tsx'),
  route('imports', 'routes/workspace/imports/list.tsx'),
  route('imports/:id', 'routes/workspace/imports/detail.tsx'),
  route('batch-lists/:id', 'routes/workspace/batch-lists/detail.tsx'),
]

const listings = [
  route('listings', 'routes/workspace/listings/list.tsx'),
  route('listings/new', 'routes/workspace/listings/new.tsx'),
  route('listings/bulk', 'routes/workspace/listings/bulk.tsx'),
  route('listings/bulk/:id', 'routes/workspace/listings/bulk-result.tsx'),
  route('listings/embed', 'routes/workspace/listings/embed.tsx'),
  route('listings/:id', 'routes/workspace/listings/edit.tsx'),
  route('listings/:id/submit', 'routes/workspace/listings/submit.tsx'),
  route('listings/:id/versions', 'routes/workspace/listings/versions.tsx'),
  route('listing-imports', 'routes/workspace/listing-imports/list.tsx'),
  route('listing-imports/:id', 'routes/workspace/listing-imports/detail.tsx'),
  route('review', 'routes/workspace/review/queue.tsx'),
  route('review/:id', 'routes/workspace/review/listing.tsx'),
]

const rights = [
  route('rights', 'routes/workspace/rights/list.tsx'),
  route('rights/new', 'routes/workspace/rights/new.tsx'),
  route('rights/:id', 'routes/workspace/rights/detail.tsx'),
  route('portfolios', 'routes/workspace/portfolios/list.tsx'),
  route('portfolios/:id', 'routes/workspace/portfolios/detail.tsx'),
]

const organizations = [
  route('organization', 'routes/workspace/organization/details.tsx'),
  route('organization/members', 'routes/workspace/organization/members.tsx'),
  route('organization/contacts', 'routes/workspace/organization/contacts.tsx'),
  route('organizations', 'routes/workspace/organizations/list.tsx'),
  route('organizations/new', 'routes/workspace/organizations/new.tsx'),
  route('organizations/:id', 'routes/workspace/organizations/detail.tsx'),
]

const returning = [
  route('notifications', 'routes/workspace/notifications.tsx'),
  route('favourites', 'routes/workspace/favourites.tsx'),
  route('saved-searches', 'routes/workspace/saved-searches/list.tsx'),
  route('saved-searches/new', 'routes/workspace/saved-searches/new.tsx'),
  route('missed-terms', 'routes/workspace/missed-terms.tsx'),
]

/** Everything behind the log-in. */
export const workspaceRoutes: RouteConfigEntry[] = [
  layout('routes/workspace/layout.tsx', { id: 'workspace' }, [
    route('listings/:listingId/request', 'routes/workspace/requests/new.tsx'),
    route('listings/:listingId/licences', 'routes/workspace/licences/listing.tsx'),
    route('listings/:listingId/confidential', 'routes/workspace/secrecy/listing.tsx'),
    route('invitations/accept', 'routes/workspace/organization/accept-invitation.tsx'),
    ...prefix('workspace', [
      index('routes/workspace/home.tsx'),
      ...listings,
      ...rights,
      ...returning,
      ...organizations,
      ...needs,
      ...requests,
      ...secrecy,
      ...contracts,
      ...payments,
      ...registrations,
      route('plans/:key/indicators/:indicator', 'routes/workspace/indicator-values.tsx'),
      ...register,
      route('periods', 'routes/workspace/periods.tsx'),
      route('statistics', 'routes/workspace/statistics.tsx'),
      route('statistics/:id', 'routes/workspace/statistics-detail.tsx'),
      route('audit', 'routes/workspace/audit.tsx'),
    ]),
  ]),
  route('workspace/files/:id', 'routes/workspace/file.ts'),
]
