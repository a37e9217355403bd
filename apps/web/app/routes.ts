import { index, type RouteConfig, route } from '@react-router/dev/routes'
import { workspaceRoutes } from './routes/workspace/routes.ts'

export default [
  index('routes/home.tsx'),
  route('preferences', 'routes/preferences.ts'),
  ...workspaceRoutes,
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
