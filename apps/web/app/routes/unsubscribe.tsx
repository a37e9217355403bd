import { Button } from '@mantine/core'
import { findCode } from '@market/domain/codes'
import { MAIL_CLASSES } from '@market/domain/notifications'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { AccountPage } from '../features/account/account-page.tsx'
import {
  followLink,
  type LinkStanding,
  linkOf,
  lookAtLink,
} from '../features/account/unsubscription.server.ts'
import { nameIn } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { MarketForm } from '../ui/form/market-form.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { Route } from './+types/unsubscribe.ts'

export const loader = ({ context, url }: Route.LoaderArgs) => lookAtLink(apiOf(context), linkOf(url))

/** Also what a mail program posts by itself (RFC 8058); the address alone says what to end. */
export async function action({ context, url }: Route.ActionArgs) {
  return { done: await followLink(apiOf(context), linkOf(url)) }
}

export default function Unsubscribe({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(['returning', 'mails'])
  const lead = useLead(loaderData)
  const ofSearch = loaderData.scope === null
  return (
    <AccountPage
      title={t('unsubscribe.title')}
      lead={lead}
      aside={
        <Link to={ofSearch ? paths.savedSearches : paths.mailPreferences}>
          {ofSearch ? t('unsubscribe.manage') : t('mails:title')}
        </Link>
      }
    >
      <PageHead title={t('unsubscribe.title')} unlisted />
      {loaderData.state === 'open' && (
        <MarketForm>
          <Button type="submit" fullWidth>
            {t('unsubscribe.now')}
          </Button>
        </MarketForm>
      )}
    </AccountPage>
  )
}

const WORDS = { open: 'ask', ended: 'done', gone: 'gone', invalid: 'invalid' } as const

/** What would end, or has ended. */
function useLead({ scope, state, name }: LinkStanding): string {
  const { t } = useTranslation(['returning', 'mails'])
  const locale = useLocale()
  if (scope === null) return t(`returning:unsubscribe.${WORDS[state]}`, { name })
  if (state !== 'open' && state !== 'ended') return t('mails:unsubscribe.invalid')
  if (scope === 'digest') return t(`mails:unsubscribe.digest.${WORDS[state]}`)
  return t(`mails:unsubscribe.class.${WORDS[state]}`, { name: nameIn(findCode(MAIL_CLASSES, scope), locale) })
}
