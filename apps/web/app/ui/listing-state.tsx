import type { ListingState as State } from '@market/domain/listings'
import { isRequestable } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { StateBadge, TonedBadge } from './state-badge.tsx'

interface ListingStateProps {
  state: State
  /** A right in it has ended. */
  frozen: boolean
  /** Say nothing of a listing that is simply on offer. */
  quiet?: boolean
}

/** How a listing stands; that it takes no requests says more of one on offer than its state. */
export function ListingState({ state, frozen, quiet = false }: ListingStateProps) {
  const { t } = useTranslation('search')
  if (frozen && isRequestable(state)) {
    return <TonedBadge tone="waiting">{t('frozen')}</TonedBadge>
  }
  if (quiet && state === 'published') return null
  return <StateBadge subject="listing" state={state} />
}
