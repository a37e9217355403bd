import type { PlanTurnover } from '@market/contracts/indicators'
import { formatFen } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { formatShare } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ReleasedNote } from '../../ui/released-note.tsx'
import classes from './plans.module.css'

/** The state of the chosen year in one sentence, and as of when. */
export function TurnoverSentence({ turnover }: { turnover: PlanTurnover }) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const { year, total, asKnownAt, released } = turnover
  const note = (
    <p className={classes.quiet}>
      <ReleasedNote released={released} asKnownAt={asKnownAt} />
    </p>
  )
  const path = turnover.years.find((other) => other.year === year)?.pathFen ?? null
  if (total.contractCount === null || total.contractAmountFen === null) {
    return (
      <>
        <p className={classes.sentence}>{t('plan.sentenceWithheld', { year })}</p>
        {note}
      </>
    )
  }
  const facts = {
    year,
    count: total.contractCount,
    amount: formatFen(total.contractAmountFen, 'wan', locale),
  }
  return (
    <>
      <p className={classes.sentence}>
        {path === null
          ? t('plan.sentence', facts)
          : t('plan.sentenceOfPath', {
              ...facts,
              path: formatFen(path, 'wan', locale),
              share: formatShare(total.contractAmountFen, path),
            })}
      </p>
      {note}
    </>
  )
}
