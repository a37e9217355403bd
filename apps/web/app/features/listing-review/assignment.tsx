import type { ListingEditing } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { DecisionResult } from './decision.tsx'
import classes from './review.module.css'

interface AssignmentProps {
  reviewer: ListingEditing['reviewer']
  userId: string
  result: DecisionResult | undefined
}

/** Who looks after a waiting text, and the button to take it or to give it back. */
export function Assignment({ reviewer, userId, result }: AssignmentProps) {
  const { t } = useTranslation('review')
  const mine = reviewer?.id === userId
  const intent = reviewer === null ? 'take-review' : 'release-review'
  const words = () => {
    if (reviewer === null) return t('assignment.free')
    return mine ? t('assignment.mine') : t('assignment.other', { name: reviewer.name })
  }
  return (
    <MarketForm
      className={classes.assignment}
      problem={result?.intent.endsWith('-review') ? result.problem : undefined}
    >
      <p>{words()}</p>
      <SubmitButton name="intent" value={intent} variant="default" size="xs">
        {t(`assignment.${intent}`)}
      </SubmitButton>
    </MarketForm>
  )
}
