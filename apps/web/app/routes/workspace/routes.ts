import { index, layout, prefix, type RouteConfigEntry, route } from '@react-router/dev/routes'

const requests = [
  route('requests', 'routes/workspace/requests/list.tsx'),
  route('requests/new', 'routes/workspace/requests/to-listing.ts'),
  route('requests/:id', 'routes/workspace/requests/detail.tsx'),
]

const contracts = [
  route('contracts', 'routes/workspace/contracts/list.tsx'),
  route('contracts/:id', 'routes/workspace/contracts/detail.tsx'),
]

const registrations = [
  route('registrations', 'routes/workspace/registrations/list.tsx'),
  route('registrations/desk', 'routes/workspace/registrations/desk.tsx', [
    index('routes/workspace/registrations/desk-empty.tsx'),
    route(':id', 'routes/workspace/registrations/desk-record.tsx'),
  ]),
  route('registrations/:id', 'routes/workspace/registrations/detail.tsx'),
]

/** Everything behind the log-in. */
export const workspaceRoutes: RouteConfigEntry[] = [
  layout('routes/workspace/layout.tsx', { id: 'workspace' }, [
    route('listings/:listingId/request', 'routes/workspace/requests/new.tsx'),
    ...prefix('workspace', [
      index('routes/workspace/home.tsx'),
      ...requests,
      ...contracts,
      ...registrations,
      route('audit', 'routes/workspace/audit.tsx'),
    ]),
  ]),
  route('workspace/files/:id', 'routes/workspace/file.ts'),
]
