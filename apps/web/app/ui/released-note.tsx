import type { ReleasedState } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant } from '../lib/format.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'

interface ReleasedNoteProps {
  /** Null for whoever reads the ledger as it is. */
  released: ReleasedState | null
  asKnownAt: string
}

/** Of when the figures are: the ledger's instant, or for the public the release and when the next one is due. */
export function ReleasedNote({ released, asKnownAt }: ReleasedNoteProps) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  if (released === null) return t('sentence.asKnown', { at: formatInstant(asKnownAt, locale) })
  const next = formatDay(dayInShanghai(released.nextAt), locale)
  if (released.releasedAt === null) return t('released.none', { next })
  return t('released.at', { at: formatDay(dayInShanghai(released.releasedAt), locale), next })
}

const SHANGHAI_MS = 8 * 3_600_000

function dayInShanghai(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10)
}
