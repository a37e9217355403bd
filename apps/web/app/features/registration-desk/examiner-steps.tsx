import type { Registration, RegistrationAction } from '@market/contracts/registration'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { RefuseStep } from './refuse-step.tsx'
import { RegisterStep } from './register-step.tsx'
import { problemIn, type StepResult } from './step-result.ts'

export const CORRECTION_FORM = 'correction-form'

interface ExaminerStepsProps {
  registration: Registration
  result: StepResult | undefined
  /** Further steps that decide nothing. */
  children?: ReactNode
}

/** What the registrar may decide now, the step that leads on first. */
export function ExaminerSteps({ registration, result, children }: ExaminerStepsProps) {
  const { t } = useTranslation('desk')
  const may = (action: RegistrationAction): boolean => registration.actions.includes(action)
  return (
    <ActionPanels>
      {may('registration.accept') && (
        <SimpleStep intent="accept" result={result} primary>
          {t('steps.acceptExplain')}
        </SimpleStep>
      )}
      {may('registration.register') && <RegisterStep registration={registration} result={result} />}
      {may('registration.send_to_review') && (
        <SimpleStep intent="review" result={result} primary={registration.secondReviewNeeded}>
          {t('steps.reviewExplain')}
        </SimpleStep>
      )}
      {may('registration.request_correction') && <CorrectionStep result={result} />}
      {may('registration.refuse') && <RefuseStep registration={registration} result={result} />}
      {children}
    </ActionPanels>
  )
}

interface SimpleStepProps {
  intent: 'accept' | 'review'
  result: StepResult | undefined
  primary?: boolean
  children: string
}

function SimpleStep({ intent, result, primary, children }: SimpleStepProps) {
  const { t } = useTranslation('desk')
  const problem = problemIn(result, intent)
  return (
    <ActionPanel
      id={`step-${intent}`}
      label={t(`steps.${intent}`)}
      tone={primary ? 'primary' : 'plain'}
      open={problem !== undefined}
    >
      <MarketForm problem={problem}>
        <p>{children}</p>
        <SubmitButton name="intent" value={intent} mt="md">
          {t(`steps.${intent}Now`)}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function CorrectionStep({ result }: { result: StepResult | undefined }) {
  const { t } = useTranslation('desk')
  const problem = problemIn(result, 'correction')
  return (
    <ActionPanel id="step-correction" label={t('steps.correction')} open={problem !== undefined}>
      <MarketForm problem={problem} id={CORRECTION_FORM}>
        <p>{t('steps.correctionExplain')}</p>
        <TextareaField
          path="comment.documents"
          label={t('comment.documents')}
          mt="md"
          rows={2}
          maxLength={500}
        />
        <SubmitButton name="intent" value="correction">
          {t('steps.correctionNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
