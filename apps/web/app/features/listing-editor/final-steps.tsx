import type { Listing, ListingEditing } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

interface FinalStepsProps {
  listing: Listing & { editing: ListingEditing }
  /** The refusal of the last step, if it was one of these. */
  result: { intent: string; problem: Problem | undefined } | undefined
}

/** One click gives another term, also to a listing that has ended. */
export function Renew({ listing, result }: FinalStepsProps) {
  const { t } = useTranslation('editor')
  const { commands } = listing.editing
  if (!commands.includes('renew')) return null
  return (
    <MarketForm problem={result?.intent === 'renew' ? result.problem : undefined}>
      <SubmitButton name="intent" value="renew">
        {t('renew.now')}
      </SubmitButton>
    </MarketForm>
  )
}

/** Steps that cannot be taken back; each asks once more. */
export function FinalSteps({ listing, result }: FinalStepsProps) {
  const { t } = useTranslation('editor')
  const { commands, changes } = listing.editing
  const problemOf = (intent: string) => (result?.intent === intent ? result.problem : undefined)
  // Giving up changes asks for the same role as withdrawing.
  if (!commands.includes('withdraw')) return null
  return (
    <ActionPanels>
      {changes !== null && (
        <ActionPanel label={t('discard.open')} open={problemOf('discard') !== undefined}>
          <MarketForm problem={problemOf('discard')}>
            <p>{t('discard.explain')}</p>
            <SubmitButton name="intent" value="discard" color="clay" mt="md">
              {t('discard.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      <Withdraw listing={listing} result={result} />
    </ActionPanels>
  )
}

export function Withdraw({ listing, result }: FinalStepsProps) {
  const { t } = useTranslation('editor')
  const problem = result?.intent === 'withdraw' ? result.problem : undefined
  return (
    <ActionPanel label={t('withdraw.open')} tone="grave" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t(listing.version === 0 ? 'withdraw.explainDraft' : 'withdraw.explain')}</p>
        <TextareaField path="reason" label={t('withdraw.reason')} rows={3} maxLength={500} mt="md" />
        <SubmitButton name="intent" value="withdraw" color="clay">
          {t('withdraw.now')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
