import type { ContractPayments } from '@market/contracts/payments'
import { useTranslation } from 'react-i18next'
import { Money } from '../../ui/money.tsx'
import classes from './payments.module.css'

/** The contract's money in a line: what was due, came, is open and went back. */
export function MoneySummary({ summary }: Pick<ContractPayments, 'summary'>) {
  const { t } = useTranslation('payments')
  const { dueFen, receivedFen, outstandingFen, refundedFen, overpaidFen } = summary
  return (
    <dl className={classes.summary}>
      <Sum label={t('summary.due')} fen={dueFen} />
      <Sum label={t('summary.received')} fen={receivedFen} />
      <Sum label={t('summary.outstanding')} fen={outstandingFen} />
      {refundedFen > 0 && <Sum label={t('summary.refunded')} fen={refundedFen} />}
      {overpaidFen > 0 && <Sum label={t('summary.overpaid')} fen={overpaidFen} />}
    </dl>
  )
}

function Sum({ label, fen }: { label: string; fen: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Money fen={fen} unit="yuan" />
      </dd>
    </div>
  )
}
