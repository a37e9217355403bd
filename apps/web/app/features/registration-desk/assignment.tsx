import type { ExaminerList, Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { SelectField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { problemIn, type StepResult } from './step-result.ts'

interface AssignmentProps {
  registration: Registration
  examiners: z.infer<typeof ExaminerList>['items']
  result: StepResult | undefined
}

/** On whose desk it lies: take it, hand it over, or put it back for everybody. */
export function Assignment({ registration, examiners, result }: AssignmentProps) {
  const { t } = useTranslation('desk')
  const { userId } = useWorkspace().actor
  const { actions, assignedTo } = registration
  const assigns = actions.includes('registration.assign')
  const others = examiners.filter(
    (examiner) => examiner.userId !== assignedTo?.id && examiner.userId !== userId,
  )
  const takes =
    assigns && assignedTo?.id !== userId && examiners.some((examiner) => examiner.userId === userId)
  return (
    <>
      {takes && (
        <ActionPanel id="step-take" label={t('assign.take')} open={problemIn(result, 'take') !== undefined}>
          <MarketForm problem={problemIn(result, 'take')}>
            <p>
              {t(assignedTo ? 'assign.takeFrom' : 'assign.takeExplain', { name: assignedTo?.name ?? '' })}
            </p>
            <input type="hidden" name="userId" value={userId} />
            <SubmitButton name="intent" value="take" mt="md">
              {t('assign.takeNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {assigns && others.length > 0 && <HandOver examiners={others} result={result} />}
      {actions.includes('registration.unassign') && (
        <ActionPanel
          id="step-unassign"
          label={t('assign.putBack')}
          open={problemIn(result, 'unassign') !== undefined}
        >
          <MarketForm problem={problemIn(result, 'unassign')}>
            <p>{t('assign.putBackExplain')}</p>
            <SubmitButton name="intent" value="unassign" mt="md">
              {t('assign.putBackNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
    </>
  )
}

function HandOver({ examiners, result }: Omit<AssignmentProps, 'registration'>) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const problem = problemIn(result, 'assign')
  return (
    <ActionPanel id="step-assign" label={t('assign.handOver')} open={problem !== undefined}>
      <MarketForm problem={problem}>
        <SelectField
          path="userId"
          label={t('assign.to')}
          maw="28rem"
          data={examiners.map(({ userId, name, organization }) => ({
            value: userId,
            label: `${name} · ${pick(organization, 'name', locale)}`,
          }))}
        />
        <SubmitButton name="intent" value="assign">
          {t('assign.handOverNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
