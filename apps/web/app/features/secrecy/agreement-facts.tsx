import type { Confidentiality } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { Day, Instant } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { NdaText } from './nda-text.tsx'

/** What one's organization accepted, and how it stands. */
export function AgreementFacts({ view: { agreement, owner } }: { view: Confidentiality }) {
  const { t } = useTranslation('secrecy')
  const locale = useLocale()
  const { organization } = useWorkspace()
  if (agreement === null) return null
  const withdrawer = agreement.withdrawnFor === owner.id ? owner : organization
  return (
    <>
      <Facts>
        <Fact label={t('list.standing')}>{t(`agreement.standing.${agreement.standing}`)}</Fact>
        <Fact label={t('agreement.signatory')}>{agreement.signatoryName}</Fact>
        <Fact label={t('agreement.acceptedAt')}>
          <Instant at={agreement.acceptedAt} />
        </Fact>
        <Fact label={t('agreement.expiresOn')}>
          <Day date={agreement.expiresOn} />
        </Fact>
        {agreement.withdrawnAt && withdrawer && (
          <Fact label={t('agreement.withdrawn')}>
            <Instant at={agreement.withdrawnAt} />{' '}
            {t('agreement.withdrawnBy', {
              name: pick(withdrawer, 'name', locale),
              reason: agreement.withdrawReason ?? '',
            })}
          </Fact>
        )}
      </Facts>
      <details>
        <summary>{t('text.show')}</summary>
        <NdaText {...agreement} />
      </details>
    </>
  )
}
