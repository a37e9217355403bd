import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { RefusedFiling } from './refused-filing.tsx'

/** Where the registration stands, in one sentence, and what follows from it. */
export function RegistrationStanding({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const { state, actions, correctionComments, certificate } = registration
  if (state === 'refused') return <RefusedFiling registration={registration} />
  if (certificate) return <Registered registration={registration} />
  if (state === 'correction_requested') {
    const documents = correctionComments.find(({ field }) => field === 'documents')
    return (
      <Notice tone="needs-you" title={t('standing.correction', { count: correctionComments.length })}>
        {documents ? documents.words : t('standing.correctionHint')}
      </Notice>
    )
  }
  const mine = actions.includes('registration.submit')
  if (state === 'draft') return <Notice tone={mine ? 'needs-you' : 'info'}>{t('standing.draft')}</Notice>
  const words = state === 'submitted' ? 'submitted' : examination(registration)
  return <Notice>{t(`standing.${words}`)}</Notice>
}

/** Said to the registrar who may decide, to the one who already has, and to everybody else. */
function examination({ state, actions }: Registration) {
  if (!actions.includes('registration.refuse')) return 'examined'
  if (state !== 'under_review') return 'examining'
  return actions.includes('registration.register') ? 'reviewing' : 'reviewByOther'
}

function Registered({ registration: { id, certificate, status } }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  if (certificate === null) return null
  const ended = status === 'cancelled' || status === 'revoked'
  return (
    <Notice tone={ended ? 'refused' : 'done'} title={t(`standing.${status ?? 'valid'}`)}>
      <Link to={paths.certificate(certificate.number, certificate.code)}>
        {t('standing.certificate', { number: certificate.number })}
      </Link>{' '}
      <a href={paths.certificatePdf(id)}>{t('standing.pdf')}</a>{' '}
      <Link to={paths.receipts(id)}>{t('standing.receipts')}</Link>
    </Notice>
  )
}
