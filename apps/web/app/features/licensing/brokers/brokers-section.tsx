import type { LicenceRequest } from '@market/contracts/licensing'
import type { OrganizationSummary } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import classes from '../licensing.module.css'
import type { StepResult } from '../request-steps.tsx'
import { BrokerCard } from './broker-card.tsx'
import { ProposeBroker } from './propose-broker.tsx'

interface BrokersSectionProps {
  request: LicenceRequest
  choices: readonly OrganizationSummary[]
  result: StepResult | undefined
}

/** Who brings the two sides together and what they get, open to all of them; nothing where there is nobody and need be nobody. */
export function BrokersSection({ request, choices, result }: BrokersSectionProps) {
  const { t } = useTranslation('licensing')
  const proposing = request.actions.includes('brokerage.propose')
  if (request.brokerages.length === 0 && !proposing) return null
  const totalFen = request.offers.at(-1)?.terms.totalFen ?? null
  const proposed = result?.intent === 'propose-broker' ? result : undefined
  return (
    <section className={classes.section} id="brokers">
      <h2>{t('brokers.title')}</h2>
      {request.brokerages.map((brokerage) => (
        <BrokerCard
          key={brokerage.id}
          brokerage={brokerage}
          totalFen={totalFen}
          problem={result?.typed.brokerageId === brokerage.id ? result.problem : undefined}
        />
      ))}
      {proposing && <ProposeBroker choices={choices} problem={proposed?.problem} typed={proposed?.typed} />}
    </section>
  )
}
