import type { Need } from '@market/contracts/demands'
import { useTranslation } from 'react-i18next'
import { Money } from '../../ui/money.tsx'

type Budgeted = Pick<Need, 'budgetMode' | 'budgetMinFen' | 'budgetMaxFen'>

/** What a company would spend: a range, an upper limit, or left to the talks. */
export function Budget({ need: { budgetMode, budgetMinFen, budgetMaxFen } }: { need: Budgeted }) {
  const { t } = useTranslation('needs')
  if (budgetMode !== 'range' || budgetMaxFen === null) return t('negotiable')
  return (
    <>
      {budgetMinFen !== null && (
        <>
          <Money fen={budgetMinFen} /> –{' '}
        </>
      )}
      <Money fen={budgetMaxFen} />
    </>
  )
}
