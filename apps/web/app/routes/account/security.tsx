import { Security } from '@market/contracts/identity'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { AuthenticatorSetup } from '../../features/account/authenticator-setup.tsx'
import { FactorList } from '../../features/account/factor-list.tsx'
import { PasskeyButton } from '../../features/account/passkey-button.tsx'
import { NewRecoveryCodes } from '../../features/account/recovery-codes.tsx'
import classes from '../../features/account/security.module.css'
import { takeSecurityStep } from '../../features/account/security-action.server.ts'
import { fetchQuestion, makePasskey } from '../../features/account/use-passkey.ts'
import { confirmPath } from '../../lib/confirm-path.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/security.ts'

const HERE = '/account/security'

/** Everything on this page changes how a person is recognised, so it opens only to a confirmed session. */
export async function loader({ context }: Route.LoaderArgs) {
  const api = apiOf(context)
  if (!api.hasSession()) throw redirect(`/login?next=${encodeURIComponent(HERE)}`)
  const security = await api.get('/api/me/security', Security)
  if (security.confirmedUntil === null) throw redirect(confirmPath(HERE))
  return { security }
}

export async function action({ request, context }: Route.ActionArgs) {
  const result = await takeSecurityStep(apiOf(context), await request.formData())
  if (result.problem?.code === 'session.confirmation_required') return redirect(confirmPath(HERE))
  return data(result, { status: result.problem?.status ?? 200 })
}

export default function AccountSecurity({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account')
  const { factors, recoveryCodesLeft, enrolmentRequired } = loaderData.security
  return (
    <>
      <PageHead title={t('security.title')} unlisted />
      <PageHeader title={t('security.title')} lead={t('security.lead')} />
      {enrolmentRequired && <Notice tone="needs-you">{t('security.enrol')}</Notice>}
      {actionData?.intent === 'remove' && !actionData.problem && (
        <Notice tone="done">{t('security.removed')}</Notice>
      )}
      {actionData?.recoveryCodes && <Added codes={actionData.recoveryCodes} />}
      {factors.length === 0 ? (
        <EmptyState title={t('security.none')}>{t('security.noneExplain')}</EmptyState>
      ) : (
        <FactorList factors={factors} />
      )}
      <AddFactor security={loaderData.security} result={actionData} />
      {factors.length > 0 && (
        <section className={classes.section}>
          <h2>{t('security.recovery')}</h2>
          <p className={classes.hint}>{t('security.codesLeft', { count: recoveryCodesLeft })}</p>
          <MarketForm problem={problemOf(actionData, 'codes')}>
            <SubmitButton variant="default" name="intent" value="codes">
              {t('security.renew')}
            </SubmitButton>
          </MarketForm>
        </section>
      )}
    </>
  )
}

type Result = Route.ComponentProps['actionData']

const problemOf = (result: Result, intent: string) => (result?.intent === intent ? result.problem : undefined)

function Added({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('account')
  return codes.length > 0 ? (
    <NewRecoveryCodes codes={codes} />
  ) : (
    <Notice tone="done">{t('security.addedNow')}</Notice>
  )
}

function AddFactor({ security, result }: { security: Security; result: Result }) {
  const { t } = useTranslation('account')
  return (
    <>
      <section className={classes.section}>
        <h2>{t('security.addAuthenticator')}</h2>
        <p className={classes.hint}>{t('security.authenticatorExplain')}</p>
        {result?.preparation ? (
          <AuthenticatorSetup preparation={result.preparation} problem={result.problem} />
        ) : (
          <MarketForm problem={problemOf(result, 'prepare')}>
            <TextField path="name" label={t('security.name')} maxLength={60} maw="24rem" required />
            <SubmitButton name="intent" value="prepare">
              {t('security.begin')}
            </SubmitButton>
          </MarketForm>
        )}
      </section>
      <section className={classes.section}>
        <h2>{t('security.addPasskey')}</h2>
        <p className={classes.hint}>
          {t(security.passkeysPossible ? 'security.passkeyExplain' : 'security.passkeyImpossible')}
        </p>
        {security.passkeysPossible && (
          <MarketForm problem={problemOf(result, 'passkey')} className={classes.passkey}>
            <input type="hidden" name="intent" value="passkey" />
            <input type="hidden" name="method" value="passkey" />
            <TextField path="name" id="passkey-name" label={t('security.name')} maxLength={60} required />
            <PasskeyButton
              label={t('security.makePasskey')}
              question={() => fetchQuestion('/account/security/passkey')}
              answer={makePasskey}
            />
          </MarketForm>
        )}
      </section>
    </>
  )
}
