import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SelectField, TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import classes from './explorer.module.css'
import type { Choice, Views } from './load-views.server.ts'
import { explorerPath } from './read-question.ts'

const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ code, name }) => ({ value: code, label: name }))

/** What is asked of the register; a plain GET form, so that every answer has an address. */
export function QuestionForm({ question, views, breakdowns, answer, problem }: Views) {
  const { t } = useTranslation('figures')
  const dates = usePeriod({ question, answer })
  return (
    <MarketForm
      method="get"
      problem={problem}
      className={`${classes.question} no-print`}
      key={JSON.stringify(question)}
    >
      <SelectField
        path="view"
        label={t('ask.view')}
        defaultValue={question.view}
        data={optionsOf(views)}
        mb={0}
      />
      <SelectField
        path="by"
        label={t('ask.by')}
        defaultValue={question.by}
        data={optionsOf(breakdowns)}
        mb={0}
      />
      <TextField path="from" label={t('ask.from')} defaultValue={dates.from} {...dates.control} mb={0} />
      <TextField path="to" label={t('ask.to')} defaultValue={dates.to} {...dates.control} mb={0} />
      <TextField
        path="knownOn"
        type="date"
        label={t('ask.knownOn')}
        {...(answer?.turnover.released ? { description: t('ask.knownOnPublic') } : {})}
        defaultValue={question.knownOn ?? ''}
        placeholder="YYYY-MM-DD"
        mb={0}
      />
      <div className={classes.steps}>
        <Button type="submit">{t('ask.show')}</Button>
        {question.knownOn !== null && (
          <Link to={explorerPath({ ...question, knownOn: null })}>{t('ask.asOfNow')}</Link>
        )}
      </div>
    </MarketForm>
  )
}

/** Whoever reads every cell may ask for single days; the public reads whole months. */
function usePeriod({ question, answer }: Pick<Views, 'question' | 'answer'>) {
  const from = question.from ?? answer?.turnover.from ?? ''
  const to = question.to ?? answer?.turnover.to ?? ''
  if (answer?.turnover.smallestCell === null) return { from, to, control: { type: 'date' } }
  const control = { type: 'month', placeholder: 'YYYY-MM' }
  return { from: from.slice(0, 7), to: to.slice(0, 7), control }
}
