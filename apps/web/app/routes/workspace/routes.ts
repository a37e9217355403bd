import type { RouteConfigEntry } from '@react-router/dev/routes'

/** Everything behind the log-in. */
export const workspaceRoutes: RouteConfigEntry[] = []
