import { index, type RouteConfig, route } from '@react-router/dev/routes'
import { workspaceRoutes } from './routes/workspace/routes.ts'

export default [
  index('routes/home.tsx'),
  route('search', 'routes/search.tsx'),
  route('listings/:id', 'routes/listing.tsx'),
  route('needs', 'routes/needs.tsx'),
  route('needs/:id', 'routes/need.tsx'),
  route('organizations', 'routes/organizations.tsx'),
  route('organizations/:id', 'routes/organization.tsx'),
  route('plans', 'routes/plans.tsx'),
  route('plans/:key', 'routes/plan.tsx'),
  route('plans/:key/indicators/:indicator', 'routes/plan-indicator.tsx'),
  route('turnover', 'routes/turnover.tsx'),
  route('turnover/views', 'routes/turnover-views.tsx'),
  route('turnover/views.csv', 'routes/turnover-views-csv.ts'),
  route('turnover/comparables', 'routes/turnover-comparables.tsx'),
  route('turnover/official', 'routes/turnover-official.tsx'),
  route('turnover/periods', 'routes/turnover-periods.tsx'),
  route('turnover/periods/:period', 'routes/turnover-period.tsx'),
  route('certificates/:number?', 'routes/certificate.tsx'),
  route('batch-lists/verify', 'routes/batch-list.tsx'),
  route('help', 'routes/help.tsx'),

  route('login', 'routes/account/login.tsx'),
  route('register', 'routes/account/register.tsx'),
  route('forgot-password', 'routes/account/forgot-password.tsx'),
  route('reset-password', 'routes/account/reset-password.tsx'),
  route('confirm', 'routes/account/confirm.tsx'),
  route('confirm/passkey', 'routes/account/passkey-question.ts', { id: 'passkey-to-sign' }),
  route('account/security', 'routes/account/security.tsx'),
  route('account/security/passkey', 'routes/account/passkey-question.ts', { id: 'passkey-to-make' }),
  route('logout', 'routes/account/logout.ts'),
  route('acting-organization', 'routes/account/acting-organization.ts'),
  route('preferences', 'routes/preferences.ts'),

  route('sitemap.xml', 'routes/sitemap.ts'),
  route('robots.txt', 'routes/robots.ts'),

  ...workspaceRoutes,
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
