import type { ContractAmendments } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'

type Standing = ContractAmendments['standing']

interface FiguresProps {
  figures: Standing
  /** What they were before; left out, the figures stand alone. */
  before?: Standing
}

/** Amounts and end of a contract; where they changed, what they were before. */
export function Figures({ figures, before }: FiguresProps) {
  const { t } = useTranslation(['contracts', 'amendments'])
  const end = (date: string | null) => (date === null ? t('contracts:noEnd') : <Day date={date} />)
  const amount = (path: 'contractAmountFen' | 'technologyAmountFen') => (
    <Fact label={t(`contracts:fields.${path}`)}>
      {before && before[path] !== figures[path] && (
        <>
          <del>
            <Money fen={before[path]} unit="yuan" />
          </del>{' '}
        </>
      )}
      <Money fen={figures[path]} unit="yuan" />
    </Fact>
  )
  return (
    <Facts>
      {amount('contractAmountFen')}
      {amount('technologyAmountFen')}
      <Fact label={t('contracts:fields.endsOn')}>
        {before && before.endsOn !== figures.endsOn && <del>{end(before.endsOn)}</del>} {end(figures.endsOn)}
      </Fact>
    </Facts>
  )
}
