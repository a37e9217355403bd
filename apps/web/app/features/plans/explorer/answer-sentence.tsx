import { formatFen } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDay } from '../../../lib/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { ReleasedNote } from '../../../ui/released-note.tsx'
import classes from '../plans.module.css'
import type { Answer } from './load-views.server.ts'

interface AnswerSentenceProps {
  answer: Answer
  viewName: string
}

/** The total in one sentence, and the instant the register was read at. */
export function AnswerSentence({ answer: { turnover }, viewName }: AnswerSentenceProps) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const { total, from, to, asKnownAt, released } = turnover
  const period = { from: formatDay(from, locale), to: formatDay(to, locale), view: viewName }
  const { contractCount, contractAmountFen, growth } = total
  const withheld = contractCount === null || contractAmountFen === null
  const facts = withheld
    ? null
    : {
        ...period,
        count: contractCount,
        contracts: formatCount(contractCount, locale),
        amount: formatFen(contractAmountFen, 'wan', locale),
      }
  return (
    <>
      <p className={classes.sentence}>
        {facts === null ? t('sentence.withheld', period) : t('sentence.total', facts)}
        {growth !== null && (
          <>
            {' '}
            {t(growth < 0 ? 'sentence.less' : 'sentence.more', {
              percent: Math.abs(growth * 100).toFixed(1),
            })}
          </>
        )}
      </p>
      <p className={classes.quiet}>
        <ReleasedNote released={released} asKnownAt={asKnownAt} />
      </p>
    </>
  )
}
