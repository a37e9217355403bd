import type { RightSummary } from '@market/contracts/rights'
import { labelOf, RIGHT_ENDINGS, RIGHT_KINDS, RIGHT_LEGAL_STATUSES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'

/** Rights as rows: what it is, how it stands, what falls due. */
export function RightRows({ items, label }: { items: readonly RightSummary[]; label: string }) {
  return (
    <RecordList label={label}>
      {items.map((item) => (
        <RightRow key={item.id} item={item} />
      ))}
    </RecordList>
  )
}

function RightRow({ item }: { item: RightSummary }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const { nextFee, ending } = item
  const status = ending
    ? labelOf(RIGHT_ENDINGS, ending.reason, locale)
    : labelOf(RIGHT_LEGAL_STATUSES, item.legalStatus, locale)
  const fee =
    nextFee &&
    t(`fee.${nextFee.stage}`, {
      date: formatDay(nextFee.stage === 'in_grace' ? nextFee.graceEndsOn : nextFee.dueOn, locale),
    })
  const urgent = nextFee !== null && nextFee.stage !== 'upcoming' && nextFee.recorded
  return (
    <RecordRow
      to={paths.right(item.id)}
      title={item.title || (item.number ?? t('noNumber'))}
      need={ending ? status : urgent ? fee : undefined}
      badge={ending ? undefined : <span>{status}</span>}
      meta={
        <>
          <span>{item.number ?? t('noNumber')}</span>
          <span>{labelOf(RIGHT_KINDS, item.kind, locale)}</span>
          {item.pledged && <span>{t('pledged')}</span>}
          {item.listingCount !== null && item.listingCount > 0 && (
            <span>{t('inListings', { count: item.listingCount })}</span>
          )}
        </>
      }
      note={urgent ? undefined : fee}
    />
  )
}
