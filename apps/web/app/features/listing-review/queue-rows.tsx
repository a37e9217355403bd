import type { ListingSummary } from '@market/contracts/listings'
import { LISTING_KINDS, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'

/** Texts that wait for a reviewer, the longest waiting first. */
export function QueueRows({ items }: { items: readonly ListingSummary[] }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  return (
    <RecordList label={t('queue.title')}>
      {items.map((item) => (
        <RecordRow
          key={item.id}
          to={`/workspace/review/${item.id}`}
          title={pick(item, 'title', locale)}
          need={t(item.version === 0 ? 'queue.first' : 'queue.changes')}
          meta={
            <>
              <span>{pick(item.organization, 'name', locale)}</span>
              {item.score !== null && <span>{t('queue.score', { score: item.score })}</span>}
              {item.reviewer && <span>{t('queue.takenBy', { name: item.reviewer.name })}</span>}
              <span>{labelOf(LISTING_KINDS, item.kind, locale)}</span>
            </>
          }
          note={
            item.submittedAt && t('queue.submittedOn', { date: formatInstantDay(item.submittedAt, locale) })
          }
        />
      ))}
    </RecordList>
  )
}
