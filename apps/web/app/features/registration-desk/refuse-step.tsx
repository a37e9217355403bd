import { Checkbox, TextInput } from '@mantine/core'
import type { Registration } from '@market/contracts/registration'
import { findRegime } from '@market/domain/regimes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { useFieldId, useFieldProblem } from '../../ui/form/field-problem.ts'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './desk.module.css'
import { VerifiedMark } from './regime-note.tsx'
import { problemIn, type StepResult, typedIn } from './step-result.ts'

interface RefuseStepProps {
  registration: Registration
  result: StepResult | undefined
}

/** Refusal: one or more of the reasons the regime lists, each with what it stands on. */
export function RefuseStep({ registration, result }: RefuseStepProps) {
  const { t } = useTranslation('desk')
  const problem = problemIn(result, 'refuse')
  return (
    <ActionPanel id="step-refuse" label={t('steps.refuse')} tone="grave" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <Reasons registration={registration} typed={typedIn(result, 'refuse')} />
        <CheckField path="confirmed" label={t('steps.refuseCheck')} required mt="md" />
        <SubmitButton name="intent" value="refuse" color="clay">
          {t('steps.refuseNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

interface ReasonsProps {
  registration: Registration
  typed: TypedValues | undefined
}

function Reasons({ registration, typed }: ReasonsProps) {
  const { t } = useTranslation('desk')
  return (
    <fieldset className={classes.reasons} id={useFieldId('reasons')}>
      <legend>{t('steps.refuseReasons')}</legend>
      <p>{t('steps.refuseExplain')}</p>
      {registration.regime.refusalReasons.map(({ code }) => (
        <Reason key={code} registration={registration} code={code} words={typed?.[`words.${code}`]} />
      ))}
    </fieldset>
  )
}

interface ReasonProps {
  registration: Registration
  code: string
  words: string | undefined
}

function Reason({ registration, code, words }: ReasonProps) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const path = `words.${code}`
  const problem = useFieldProblem(path)
  const entry = registration.regime.refusalReasons.find((reason) => reason.code === code)
  const refusals = findRegime(registration.regime.key)?.refusals
  const basis = refusals?.reasons.find((reason) => reason.code === code)?.basis
  return (
    <div className={classes.reason}>
      <Checkbox name="reasons" value={code} label={nameIn(entry, locale)} />
      {basis && (
        <p className={classes.basis}>
          {nameIn(basis, locale)} <VerifiedMark verified={refusals?.verified ?? false} />
        </p>
      )}
      <TextInput
        id={useFieldId(path)}
        name={path}
        size="xs"
        maxLength={500}
        aria-label={t('steps.refuseWords', { reason: nameIn(entry, locale) })}
        placeholder={t('steps.refuseWordsHint')}
        defaultValue={words}
        error={problem}
      />
    </div>
  )
}
