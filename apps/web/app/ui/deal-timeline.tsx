import type { TimelineEntry } from '@market/contracts/licensing'
import type { OrganizationSummary } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { ActionName } from './action-name.tsx'
import { Timeline } from './timeline.tsx'

interface DealTimelineProps {
  /** Oldest first, as the API tells it. */
  entries: readonly TimelineEntry[]
  parties: readonly OrganizationSummary[]
}

/** Who did what when in a deal, the newest first. */
export function DealTimeline({ entries, parties }: DealTimelineProps) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  const nameOf = (id: string | null): string => {
    const party = parties.find((candidate) => candidate.id === id)
    return party ? pick(party, 'name', locale) : id === null ? t('audit.system') : ''
  }
  return (
    <Timeline
      entries={entries.toReversed().map((entry) => ({
        id: `${entry.at} ${entry.action} ${entry.subjectId}`,
        at: entry.at,
        title: <ActionName action={entry.action} />,
        by: nameOf(entry.organizationId),
      }))}
    />
  )
}
