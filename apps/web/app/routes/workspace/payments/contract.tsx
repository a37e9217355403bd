import { ContractPayments } from '@market/contracts/payments'
import { IMPLIED_TITLE_NAMES, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { ContractSteps } from '../../../features/payments/contract-steps.tsx'
import { DueList } from '../../../features/payments/due-list.tsx'
import { LedgerTable } from '../../../features/payments/ledger-table.tsx'
import { MoneySummary } from '../../../features/payments/money-summary.tsx'
import { takePaymentStep } from '../../../features/payments/payment-action.server.ts'
import { PaymentList } from '../../../features/payments/payment-list.tsx'
import classes from '../../../features/payments/payments.module.css'
import { ScheduleForm } from '../../../features/payments/schedule-form.tsx'
import { confirmPath } from '../../../lib/confirm-path.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { Day } from '../../../ui/day.tsx'
import { Money } from '../../../ui/money.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/contract.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/contracts/${encodeURIComponent(params.id)}/payments`
  return { money: await apiOf(context).get(path, ContractPayments) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const step = await takePaymentStep(apiOf(context), params.id, form)
  if ('problem' in step) {
    if (step.problem.code === 'session.confirmation_required')
      return redirect(confirmPath(paths.contractPayments(params.id)))
    return data({ problem: step.problem, typed: typedValues(form) }, { status: step.problem.status })
  }
  return redirect('goTo' in step ? step.goTo : `${paths.contractPayments(params.id)}?done=1`)
}

export default function ContractMoney({ loaderData: { money }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  const planned = money.dues.some(({ state }) => state === 'planned')
  return (
    <>
      <PageHead title={`${t('ofContract')} ${money.title}`} unlisted />
      <PageHeader
        trail={[
          { label: t('title'), to: paths.payments },
          { label: money.title, to: paths.contract(money.contractId) },
        ]}
        title={t('ofContract')}
        actions={
          money.side === 'receiver' && <Link to={paths.reward(money.contractId)}>{t('toReward')}</Link>
        }
      />
      <Standing money={money} quiet={actionData !== undefined} />
      <MoneySummary summary={money.summary} />
      <section className={classes.section}>
        <h2 className="list-heading">{t('schedule')}</h2>
        {money.implied.length > 0 && <p>{t('impliedHint')}</p>}
        {planned && <p>{t('plannedHint')}</p>}
        {money.implied.map((line) => (
          <p key={line.title} className={classes.meta}>
            <span>{labelOf(IMPLIED_TITLE_NAMES, line.title, locale)}</span>
            <Money fen={line.amountFen} unit="yuan" />
            {line.dueOn === null ? <span>{t('noDate')}</span> : <Day date={line.dueOn} />}
          </p>
        ))}
        {money.dues.length > 0 && <DueList money={money} result={actionData} />}
        {money.actions.includes('payment.plan') && <ScheduleForm money={money} result={actionData} />}
        <ContractSteps money={money} result={actionData} />
      </section>
      <section className={classes.section}>
        <h2 className="list-heading">{t('paid')}</h2>
        {money.payments.length === 0 ? (
          <p>{t('paidNone')}</p>
        ) : (
          <PaymentList money={money} result={actionData} />
        )}
      </section>
      {money.invoices.length > 0 && <Invoices money={money} />}
      {money.statement.length > 0 && (
        <section className={classes.section}>
          <h2 className="list-heading">{t('statement')}</h2>
          <p>
            <a href={paths.paymentStatement(money.contractId)}>{t('statementPdf')}</a>
          </p>
          <LedgerTable statement={money.statement} />
        </section>
      )}
      {money.differences.length > 0 && <Differences money={money} />}
    </>
  )
}

interface MoneyProps {
  money: ContractPayments
}

/** Whoever comes back from the payment provider is told what is known, and no more. */
function Standing({ money, quiet }: MoneyProps & { quiet: boolean }) {
  const { t } = useTranslation('payments')
  const [query] = useSearchParams()
  const back = money.payments.find(({ id }) => id === query.get('payment'))
  if (back?.state === 'confirmed') return <Notice tone="done">{t('arrived')}</Notice>
  if (back?.state === 'cancelled') return <Notice>{t('cancelled')}</Notice>
  if (back) return <Notice>{t('processing')}</Notice>
  return query.get('done') !== null && !quiet ? <Notice tone="done">{t('done')}</Notice> : null
}

function Invoices({ money }: MoneyProps) {
  const { t } = useTranslation('payments')
  return (
    <section className={classes.section}>
      <h2 className="list-heading">{t('invoices')}</h2>
      <ul className={classes.list}>
        {money.invoices.map(({ id, number, issuedOn, amountFen, fileId }) => (
          <li key={id} className={classes.meta}>
            <strong>{number}</strong>
            <Day date={issuedOn} />
            <Money fen={amountFen} unit="yuan" />
            {fileId !== null && <a href={paths.file(fileId)}>{t('fields.file')}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Differences({ money }: MoneyProps) {
  const { t } = useTranslation('payments')
  return (
    <section className={classes.section}>
      <h2 className="list-heading">{t('differences')}</h2>
      <ul className={classes.list}>
        {money.differences.map(({ id, gatewayId, ours, theirs, mended }) => (
          <li key={id} className={classes.meta}>
            <span>{gatewayId}</span>
            <span>
              {ours} → {theirs}
            </span>
            <span>{t(mended ? 'mended' : 'notMended')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
