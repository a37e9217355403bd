import { Checkbox } from '@mantine/core'
import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './findings.module.css'
import { VerifiedMark } from './regime-note.tsx'
import { problemIn, type StepResult } from './step-result.ts'

interface ChecklistProps {
  registration: Registration
  result: StepResult | undefined
}

/** Questions only a person who reads the contract can answer; each answer is kept with name and time. */
export function Checklist({ registration, result }: ChecklistProps) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const { findings, checklist, actions } = registration
  const questions = findings.filter((finding) => finding.checklist)
  if (questions.length === 0) return null
  const answers = actions.includes('registration.tick_checklist')
  return (
    <MarketForm problem={problemIn(result, 'checklist')}>
      <fieldset className={classes.checklist} disabled={!answers}>
        <legend>{t('checklist.title')}</legend>
        <p>{t('checklist.explain')}</p>
        {questions.map((question) => {
          const tick = checklist.find(({ ruleId }) => ruleId === question.ruleId)
          return (
            <div key={`${question.ruleId} ${tick?.tickedAt}`} className={classes.question}>
              <Checkbox
                name="ticked"
                value={question.ruleId}
                defaultChecked={tick?.ticked ?? false}
                label={pick(question, 'message', locale)}
              />
              <p>{pick(question, 'todo', locale)}</p>
              {tick && (
                <p>
                  {t(tick.ticked ? 'checklist.ticked' : 'checklist.unticked', {
                    name: tick.tickedBy.name,
                    at: formatInstant(tick.tickedAt, locale),
                  })}
                </p>
              )}
              <p className={classes.basis}>
                {pick(question, 'basis', locale)} <VerifiedMark verified={question.verified} />
              </p>
            </div>
          )
        })}
        {answers && (
          <SubmitButton name="intent" value="checklist" variant="default" mt="sm">
            {t('checklist.save')}
          </SubmitButton>
        )}
      </fieldset>
    </MarketForm>
  )
}
