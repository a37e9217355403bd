import type { PublicNoticeSummary } from '@market/contracts/contracts'
import { labelOf, NOTICE_PHASE_NAMES, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Money } from '../../ui/money.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'

interface NoticeRowsProps {
  items: readonly PublicNoticeSummary[]
  label: string
}

export function NoticeRows({ items, label }: NoticeRowsProps) {
  const { t } = useTranslation('notices')
  const locale = useLocale()
  return (
    <RecordList label={label}>
      {items.map((notice) => (
        <RecordRow
          key={notice.id}
          to={paths.notice(notice.id)}
          title={notice.title}
          meta={
            <>
              <span>{pick(notice.seller, 'name', locale)}</span>
              <span>{labelOf(TRANSFER_MODES, notice.transferMode, locale)}</span>
              <span>{labelOf(NOTICE_PHASE_NAMES, notice.phase, locale)}</span>
              {notice.relatedParty && <span>{t('related.mark')}</span>}
            </>
          }
          figure={<Money fen={notice.priceFen} />}
          note={t('until', { date: formatDay(notice.endsOn, locale) })}
        />
      ))}
    </RecordList>
  )
}
