import type { Registration, RegistrationAction } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { ChangeDue } from './change-due.tsx'
import { type FormChoices, RegistrationFields } from './registration-fields.tsx'
import { problemIn, type StepResult, typedIn } from './step-result.ts'

interface AmendmentsProps {
  registration: Registration
  choices: FormChoices | null
  result: StepResult | undefined
}

/** What may still happen to a registered contract. The number stays whatever happens. */
export function RegisterAmendments({ registration, choices, result }: AmendmentsProps) {
  const may = (action: RegistrationAction): boolean => registration.actions.includes(action)
  return (
    <>
      <ChangeDue registration={registration} />
      <ActionPanels>
        {may('registration.change') && choices && (
          <ChangeStep registration={registration} choices={choices} result={result} />
        )}
        {may('registration.cancel') && <EndStep intent="cancel" result={result} />}
        {may('registration.revoke') && <EndStep intent="revoke" result={result} />}
      </ActionPanels>
    </>
  )
}

function ChangeStep({ registration, choices, result }: AmendmentsProps & { choices: FormChoices }) {
  const { t } = useTranslation('desk')
  const problem = problemIn(result, 'change')
  const { changeDue } = registration
  return (
    <ActionPanel
      id="step-change"
      label={t('steps.change')}
      tone={changeDue ? 'primary' : 'plain'}
      open={problem !== undefined}
    >
      <MarketForm problem={problem} key={registration.version} noValidate>
        <input type="hidden" name="version" value={registration.version} />
        <p>{t('steps.changeExplain')}</p>
        <RegistrationFields
          registration={asAmended(registration)}
          choices={choices}
          typed={typedIn(result, 'change')}
        />
        <ReasonField
          result={result}
          intent="change"
          {...(changeDue ? { suggested: t('changeDue.reason', { ...changeDue }) } : {})}
        />
        <SubmitButton name="intent" value="change">
          {t('steps.changeNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

/** The register's record with what the contract's amendments have made of it. */
function asAmended(registration: Registration): Registration {
  const { form, changeDue } = registration
  return changeDue === null ? registration : { ...registration, form: { ...form, ...changeDue.figures } }
}

interface EndStepProps {
  intent: 'cancel' | 'revoke'
  result: StepResult | undefined
}

function EndStep({ intent, result }: EndStepProps) {
  const { t } = useTranslation('desk')
  const problem = problemIn(result, intent)
  return (
    <ActionPanel id={`step-${intent}`} label={t(`steps.${intent}`)} tone="grave" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t(`steps.${intent}Explain`)}</p>
        <ReasonField result={result} intent={intent} />
        <CheckField path="confirmed" label={t(`steps.${intent}Check`)} required />
        <SubmitButton name="intent" value={intent} color="clay">
          {t(`steps.${intent}Now`)}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

interface ReasonFieldProps {
  result: StepResult | undefined
  intent: string
  suggested?: string
}

function ReasonField({ result, intent, suggested }: ReasonFieldProps) {
  const { t } = useTranslation('desk')
  return (
    <TextareaField
      path="reason"
      label={t('steps.reason')}
      description={t('steps.reasonHint')}
      mt="md"
      rows={3}
      maxLength={500}
      required
      defaultValue={typedIn(result, intent)?.reason ?? suggested}
    />
  )
}
