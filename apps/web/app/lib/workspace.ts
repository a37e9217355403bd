import type { OrganizationSummary } from '@market/contracts/organizations'
import type { Actor } from '@market/domain'
import { useRouteLoaderData } from 'react-router'

/** Who is at work, and for whom: given to every page of the workspace. */
export interface Workspace {
  actor: Actor
  /** Null while the person belongs to none, or has chosen none. */
  organization: OrganizationSummary | null
  organizations: OrganizationSummary[]
}

const NOBODY: Workspace = {
  actor: {
    userId: '',
    organizationId: null,
    organizationKind: null,
    organizationState: null,
    organizationRegionCode: null,
    roles: [],
  },
  organization: null,
  organizations: [],
}

/** The workspace of the page; an error page above it shows as nobody's. */
export function useWorkspace(): Workspace {
  return useRouteLoaderData<Workspace>('workspace') ?? NOBODY
}
