import type { Registration } from '@market/contracts/registration'
import { findRegime } from '@market/domain/regimes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './desk.module.css'
import { VerifiedMark } from './regime-note.tsx'

/** A refusal as a to-do list: each reason, what puts it right and what it stands on; then the way to file anew. */
export function RefusedFiling({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  return (
    <Notice tone="refused" title={t('standing.refused')}>
      <p>{t('standing.refusedHint')}</p>
      <ol className={classes.remedies}>
        {registration.refusalReasons.map(({ code, words }) => (
          <Reason key={code} code={code} words={words} regimeKey={registration.regime.key} />
        ))}
      </ol>
      {registration.actions.includes('registration.file') && (
        <MarketForm action={paths.registrations}>
          <p>{t('standing.fileAnewHint')}</p>
          <SubmitButton name="contractId" value={registration.contractId ?? ''} mt="sm">
            {t('standing.fileAnew')}
          </SubmitButton>
        </MarketForm>
      )}
    </Notice>
  )
}

interface ReasonProps {
  code: string
  words: string
  regimeKey: string
}

function Reason({ code, words, regimeKey }: ReasonProps) {
  const locale = useLocale()
  const refusals = findRegime(regimeKey)?.refusals
  const reason = refusals?.reasons.find((known) => known.code === code)
  return (
    <li>
      <strong>{nameIn(reason, locale, code)}</strong>
      {words && <p>{words}</p>}
      {reason && (
        <>
          <p>{nameIn(reason.remedy, locale)}</p>
          <small>
            {nameIn(reason.basis, locale)} <VerifiedMark verified={refusals?.verified ?? false} />
          </small>
        </>
      )}
    </li>
  )
}
