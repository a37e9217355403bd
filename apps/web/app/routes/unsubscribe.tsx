import { Button } from '@mantine/core'
import { Unsubscription } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { AccountPage } from '../features/account/account-page.tsx'
import type { ApiClient } from '../lib/api/client.server.ts'
import { attempt } from '../lib/api/problem.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { MarketForm } from '../ui/form/market-form.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { Route } from './+types/unsubscribe.ts'

const look = async (api: ApiClient, token: string) => {
  const answer = await attempt(() =>
    api.get('/api/saved-searches/unsubscription', Unsubscription, { token: token || '-' }),
  )
  return answer.ok ? { valid: true, search: answer.value.search } : { valid: false, search: null }
}

/** Looking ends nothing: mail filters open every link. */
export const loader = ({ context, url }: Route.LoaderArgs) =>
  look(apiOf(context), url.searchParams.get('token') ?? '')

/** Also what a mail program posts by itself (RFC 8058); the address alone says what to end. */
export async function action({ context, url }: Route.ActionArgs) {
  const token = url.searchParams.get('token') ?? ''
  const answer = await attempt(() =>
    apiOf(context).sendOnly('POST', '/api/saved-searches/unsubscribe', { token }),
  )
  return { done: answer.ok }
}

export default function Unsubscribe({ loaderData: { valid, search } }: Route.ComponentProps) {
  const { t } = useTranslation('returning')
  const name = search?.name ?? ''
  const words = !valid ? 'invalid' : search === null ? 'gone' : search.byMail ? 'ask' : 'done'
  return (
    <AccountPage
      title={t('unsubscribe.title')}
      lead={t(`unsubscribe.${words}`, { name })}
      aside={<Link to={paths.savedSearches}>{t('unsubscribe.manage')}</Link>}
    >
      <PageHead title={t('unsubscribe.title')} unlisted />
      {words === 'ask' && (
        <MarketForm>
          <Button type="submit" fullWidth>
            {t('unsubscribe.now')}
          </Button>
        </MarketForm>
      )}
    </AccountPage>
  )
}
