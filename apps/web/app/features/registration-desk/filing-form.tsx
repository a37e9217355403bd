import { Group } from '@mantine/core'
import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { CheckField } from '../../ui/form/check-field.tsx'
import { FormProblemContext, useFieldIds } from '../../ui/form/field-problem.ts'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FORM_ID } from './form-fields.ts'
import { type FormChoices, RegistrationFields } from './registration-fields.tsx'
import { problemIn, type StepResult, typedIn } from './step-result.ts'

interface FilingFormProps {
  registration: Registration
  choices: FormChoices
  result: StepResult | undefined
}

/** The agency's form: saved as often as one likes, handed in once it is whole. */
export function FilingForm({ registration, choices, result }: FilingFormProps) {
  const { t } = useTranslation('desk')
  const problem = problemIn(result, 'save', 'submit')
  return (
    <MarketForm id={FORM_ID} problem={problem} key={registration.revision} noValidate>
      <input type="hidden" name="revision" value={registration.revision} />
      {problem === undefined && <StillMissing registration={registration} />}
      <FormProblemContext value={problem ?? outstanding(registration)}>
        <RegistrationFields
          registration={registration}
          choices={choices}
          typed={typedIn(result, 'save', 'submit')}
        />
        <CheckField path="confirmed" label={t('filing.confirm')} mt="lg" />
      </FormProblemContext>
      <Group>
        {registration.actions.includes('registration.submit') && (
          <SubmitButton name="intent" value="submit">
            {t('filing.submit')}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="save" variant="default">
          {t('filing.save')}
        </SubmitButton>
      </Group>
    </MarketForm>
  )
}

/** What the stored form still lacks, told at its fields before anybody asks to submit. */
function outstanding({ problems }: Registration): Problem | undefined {
  return problems.length === 0
    ? undefined
    : { status: 422, code: 'registration.invalid', details: { problems } }
}

function StillMissing({ registration: { problems } }: { registration: Registration }) {
  const { t, i18n } = useTranslation('desk')
  const fieldIdOf = useFieldIds()
  if (problems.length === 0) return null
  const known = (path: string) => i18n.exists(`desk:fields.${path}`)
  return (
    <Notice tone="needs-you" title={t('filing.missing', { count: problems.length })}>
      <ul>
        {problems.map(({ path, code }) => (
          <li key={`${path}:${code}`}>
            <a href={`#${fieldIdOf(path)}`}>{known(path) ? t(`fields.${path}` as 'fields.title') : path}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
