import { useRouteLoaderData } from 'react-router'
import type { Site } from '../../config.ts'
import type { Locale } from './i18n/locale.ts'
import type { Theme } from './theme.ts'

export interface SessionUser {
  id: string
  name: string
  email: string
  activeOrganizationId: string | null
  organizations: { id: string; nameZh: string; nameEn: string; kind: string; roles: string[] }[]
}

/** What the root loader gives to every page. */
export interface RootData {
  locale: Locale
  theme: Theme
  site: Site
  publicOrigin: string
  user: SessionUser | null
  /** Notifications not read yet; 0 for visitors. */
  unread: number
  /** The most a form may weigh with all its files. */
  maxUploadBytes: number
  /** The form just sent weighed more and was not read. */
  formTooLarge: boolean
}

/** Null only on the error page of a request whose root loader failed. */
export function useRootData(): RootData | null {
  return useRouteLoaderData<RootData>('root') ?? null
}
