import './ui/layers.css'
import '@mantine/core/styles.layer.css'
import './ui/base.css'
import { ColorSchemeScript, MantineProvider } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation } from 'react-router'
import type { Route } from './+types/root.ts'
import { loadSessionUser } from './lib/api/load-session-user.server.ts'
import { loadUnread } from './lib/api/load-unread.server.ts'
import { formTooLargeProblem } from './lib/api/problem.ts'
import { colorSchemeManager } from './lib/color-scheme-manager.ts'
import { formLimit } from './lib/form-limit.ts'
import { DEFAULT_LOCALE } from './lib/i18n/locale.ts'
import { useNonces } from './lib/nonce.ts'
import { localeFrom, prepareRequest } from './lib/request-context.server.ts'
import { requestFactsContext } from './lib/request-facts.ts'
import { type RootData, useRootData } from './lib/root-data.ts'
import { themeOf } from './lib/theme.ts'
import { ErrorPage } from './ui/error-page.tsx'
import { ErrorSummary } from './ui/error-summary.tsx'
import { PageSkeleton } from './ui/page-skeleton.tsx'
import { SearchHotkey } from './ui/search-hotkey.tsx'
import { PageShell } from './ui/shell/page-shell.tsx'
import { cssVariables, theme } from './ui/theme.ts'
import { useSlowNavigation } from './ui/use-slow-navigation.ts'

export const middleware: Route.MiddlewareFunction[] = [prepareRequest]

export async function loader({ context, request }: Route.LoaderArgs): Promise<RootData> {
  const { site, publicOrigin, maxUploadBytes, formTooLarge } = context.get(requestFactsContext)
  const [user, unread] = await Promise.all([loadSessionUser(context), loadUnread(context)])
  return {
    locale: localeFrom(context),
    theme: themeOf(request.headers.get('cookie')),
    site,
    publicOrigin,
    user,
    unread,
    maxUploadBytes,
    formTooLarge,
  }
}

export const links: Route.LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

export function Layout({ children }: { children: ReactNode }) {
  const root = useRootData()
  const nonces = useNonces()
  const scheme = root?.theme ?? 'auto'
  return (
    <html
      lang={root?.locale ?? DEFAULT_LOCALE}
      data-mantine-color-scheme={scheme === 'auto' ? 'light' : scheme}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <ColorSchemeScript defaultColorScheme={scheme} nonce={nonces.script} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={colorSchemeManager}
          defaultColorScheme={scheme}
          getStyleNonce={() => nonces.style}
        >
          <PageShell>{children}</PageShell>
        </MantineProvider>
        <SearchHotkey />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App({ loaderData }: Route.ComponentProps) {
  const { formTooLarge, maxUploadBytes } = loaderData
  const { pathname } = useLocation()
  // One object for each answer: another one would take the focus again.
  const tooLarge = useMemo(
    () => (formTooLarge ? formTooLargeProblem(formLimit(pathname, maxUploadBytes)) : undefined),
    [formTooLarge, maxUploadBytes, pathname],
  )
  const slow = useSlowNavigation()
  return (
    <>
      {/* Hidden and not removed: what was typed is still there when the way back is shorter. */}
      <div hidden={slow}>
        <ErrorSummary problem={tooLarge} />
        <Outlet />
      </div>
      {slow && <PageSkeleton />}
    </>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}
