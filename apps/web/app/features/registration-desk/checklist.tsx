import { Checkbox } from '@mantine/core'
import type { PrecheckFinding } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './findings.module.css'
import { VerifiedMark } from './regime-note.tsx'

/** Questions only a person who reads the contract can answer; the ticks are the reader's own and go nowhere. */
export function Checklist({ findings }: { findings: readonly PrecheckFinding[] }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const questions = findings.filter(({ checklist }) => checklist)
  if (questions.length === 0) return null
  return (
    <fieldset className={classes.checklist}>
      <legend>{t('checklist.title')}</legend>
      <p>{t('checklist.explain')}</p>
      {questions.map((question) => (
        <div key={question.ruleId} className={classes.question}>
          <Checkbox label={pick(question, 'message', locale)} />
          <p>{pick(question, 'todo', locale)}</p>
          <p className={classes.basis}>
            {pick(question, 'basis', locale)} <VerifiedMark verified={question.verified} />
          </p>
        </div>
      ))}
    </fieldset>
  )
}
