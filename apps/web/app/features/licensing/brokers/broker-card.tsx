import type { Brokerage, BrokerageAction } from '@market/contracts/licensing'
import type { Fen } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { COMMISSION_PAYERS, commissionFen } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { Instant } from '../../../ui/day.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Money } from '../../../ui/money.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import classes from '../licensing.module.css'

interface BrokerCardProps {
  brokerage: Brokerage
  /** The whole sum on the table, in fen; null where nothing has been offered. */
  totalFen: Fen | null
  problem: Problem | undefined
}

/** A broker as everybody in the deal sees it: who, for what commission, who agreed, and what the reader may do. */
export function BrokerCard({ brokerage, totalFen, problem }: BrokerCardProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const { organization, words, brokerAgreedAt, otherSideAgreedAt } = brokerage
  return (
    <article className={classes.broker}>
      <h3>
        <Link to={paths.organization(organization.id)}>{pick(organization, 'name', locale)}</Link>{' '}
        <StateBadge subject="brokerage" state={brokerage.state} />
      </h3>
      <Facts>
        <Fact label={t('brokers.commission')}>
          <CommissionText brokerage={brokerage} totalFen={totalFen} />
        </Fact>
        {words && <Fact label={t('brokers.words')}>{words}</Fact>}
        <Fact label={t('brokers.brokerAgreed')}>
          {brokerAgreedAt ? <Instant at={brokerAgreedAt} /> : t('brokers.notYet')}
        </Fact>
        <Fact label={t('brokers.otherAgreed')}>
          {otherSideAgreedAt ? <Instant at={otherSideAgreedAt} /> : t('brokers.notYet')}
        </Fact>
      </Facts>
      {brokerage.actions.length > 0 && (
        <MarketForm problem={problem} className={classes.brokerSteps}>
          <input type="hidden" name="brokerageId" value={brokerage.id} />
          {brokerage.actions.map((action) => (
            <Step key={action} action={action} />
          ))}
        </MarketForm>
      )}
    </article>
  )
}

const STEPS = {
  'brokerage.agree': { intent: 'agree-broker', label: 'brokers.agree', props: {} },
  'brokerage.refuse': { intent: 'refuse-broker', label: 'brokers.refuse', props: { variant: 'default' } },
  'brokerage.end': {
    intent: 'end-broker',
    label: 'brokers.end',
    props: { variant: 'subtle', color: 'clay' },
  },
} as const satisfies Record<BrokerageAction, unknown>

function Step({ action }: { action: BrokerageAction }) {
  const { t } = useTranslation('licensing')
  const { intent, label, props } = STEPS[action]
  return (
    <SubmitButton name="intent" value={intent} size="sm" {...props}>
      {t(label)}
    </SubmitButton>
  )
}

function CommissionText({ brokerage, totalFen }: Pick<BrokerCardProps, 'brokerage' | 'totalFen'>) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const { commission } = brokerage
  const payer = labelOf(COMMISSION_PAYERS, commission.payer, locale)
  if (commission.ratePercent === null) {
    return (
      <>
        <Money fen={commissionFen(commission, 0)} unit="yuan" /> · {payer}
      </>
    )
  }
  return (
    <>
      {t('brokers.rate', { rate: commission.ratePercent })} · {payer}
      {totalFen !== null && (
        <>
          {' '}
          ({t('brokers.atTotal')} <Money fen={commissionFen(commission, totalFen)} unit="yuan" />)
        </>
      )}
    </>
  )
}
