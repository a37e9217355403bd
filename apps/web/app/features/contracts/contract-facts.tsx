import type { Contract } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { typeText } from '../../lib/contract-type.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'

/** What the contract states, to be read and compared. */
export function ContractFacts({ contract }: { contract: Contract }) {
  const { t } = useTranslation(['contracts', 'common'])
  const locale = useLocale()
  const day = (date: string | null) => (date === null ? t('common:unknown') : <Day date={date} />)
  return (
    <Facts>
      <Fact label={t('fields.title')}>{contract.title}</Fact>
      <Fact label={t('fields.type')}>{typeText(contract.type, contract.subType, locale)}</Fact>
      <Fact label={t('fields.contractAmountFen')}>
        <Money fen={contract.contractAmountFen} unit="yuan" />
      </Fact>
      <Fact label={t('fields.technologyAmountFen')}>
        <Money fen={contract.technologyAmountFen} unit="yuan" />
      </Fact>
      <Fact label={t('fields.signedOn')}>{day(contract.signedOn)}</Fact>
      <Fact label={t('fields.effectiveOn')}>{day(contract.effectiveOn)}</Fact>
      <Fact label={t('fields.endsOn')}>
        {contract.endsOn === null ? t('contracts:noEnd') : <Day date={contract.endsOn} />}
      </Fact>
    </Facts>
  )
}
