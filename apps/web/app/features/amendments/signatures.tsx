import type { Amendment, ContractAmendments } from '@market/contracts/contracts'
import type { OrganizationSummary } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Instant } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'

/** Who signed an amendment and when, side by side. */
export function AmendmentSignatures({
  record,
  amendment,
}: {
  record: ContractAmendments
  amendment: Amendment
}) {
  const { t } = useTranslation('amendments')
  const locale = useLocale()
  const side = (party: OrganizationSummary) => {
    const signature = amendment.signatures.find(({ organizationId }) => organizationId === party.id)
    return (
      <Fact label={pick(party, 'name', locale)}>
        {signature ? (
          <>
            {signature.name} <Instant at={signature.at} />
          </>
        ) : (
          t('unsigned')
        )}
      </Fact>
    )
  }
  return (
    <Facts>
      {side(record.seller)}
      {side(record.buyer)}
    </Facts>
  )
}
