import { PayoutAccount, Redirection } from '@market/contracts/payments'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import classes from '../../../features/payments/payments.module.css'
import { attempt, type Problem } from '../../../lib/api/problem.ts'
import { confirmPath } from '../../../lib/confirm-path.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/account.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return { account: await apiOf(context).get('/api/payout-account', PayoutAccount) }
}

const refused = (problem: Problem, form: FormData) =>
  problem.code === 'session.confirmation_required'
    ? redirect(confirmPath(paths.payoutAccount))
    : data({ problem, typed: typedValues(form) }, { status: problem.status })

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const api = apiOf(context)
  if (read.text('intent') === 'open') {
    const opened = await attempt(() => api.send('POST', '/api/payout-account/online', undefined, Redirection))
    return opened.ok ? redirect(opened.value.url) : refused(opened.problem, form)
  }
  const bank = {
    holder: read.text('holder'),
    bank: read.text('bank'),
    accountNumber: read.text('accountNumber'),
  }
  const answer = await attempt(() =>
    read.text('intent') === 'refresh'
      ? api.sendOnly('POST', '/api/payout-account/online/refresh')
      : api.sendOnly('PUT', '/api/payout-account/bank', bank),
  )
  return answer.ok ? redirect(`${paths.payoutAccount}?done=1`) : refused(answer.problem, form)
}

export default function ReceivingAccount({ loaderData: { account }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('payments')
  const [query] = useSearchParams()
  const { bank, canEdit } = account
  return (
    <>
      <PageHead title={t('account.title')} unlisted />
      <PageHeader
        trail={[{ label: t('title'), to: paths.payments }]}
        title={t('account.title')}
        lead={t('account.lead')}
      />
      {query.get('done') !== null && !actionData && <Notice tone="done">{t('done')}</Notice>}
      {canEdit ? (
        <MarketForm problem={actionData?.problem} noValidate>
          <TextField
            path="holder"
            label={t('fields.holder')}
            defaultValue={bank?.holder}
            maw="28rem"
            required
          />
          <TextField path="bank" label={t('fields.bank')} defaultValue={bank?.bank} maw="28rem" required />
          <TextField
            path="accountNumber"
            label={t('fields.accountNumber')}
            defaultValue={bank?.accountNumber}
            maw="28rem"
            inputMode="numeric"
            required
          />
          <SubmitButton name="intent" value="bank">
            {t('account.save')}
          </SubmitButton>
        </MarketForm>
      ) : bank === null ? (
        <p>{t('account.none')}</p>
      ) : (
        <Facts>
          <Fact label={t('fields.holder')}>{bank.holder}</Fact>
          <Fact label={t('fields.bank')}>{bank.bank}</Fact>
          <Fact label={t('fields.accountNumber')}>{bank.accountNumber}</Fact>
        </Facts>
      )}
      <section className={classes.section}>
        <h2 className="list-heading">{t('account.online')}</h2>
        <Online account={account} />
      </section>
    </>
  )
}

function Online({ account: { online, onlineOffered, canEdit } }: { account: PayoutAccount }) {
  const { t } = useTranslation('payments')
  if (!onlineOffered) return <p>{t('account.onlineOff')}</p>
  const ready = online?.chargesEnabled === true && online.payoutsEnabled
  const standing = ready ? 'onlineReady' : online === null ? 'onlineNone' : 'onlineWaiting'
  return (
    <>
      <p>{t(`account.${standing}`)}</p>
      {canEdit && (
        <MarketForm problem={undefined}>
          {!ready && (
            <SubmitButton name="intent" value="open">
              {t('account.open')}
            </SubmitButton>
          )}
          {online !== null && (
            <SubmitButton name="intent" value="refresh" variant="default">
              {t('account.refresh')}
            </SubmitButton>
          )}
        </MarketForm>
      )}
    </>
  )
}
