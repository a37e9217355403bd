import type { NeedSummary } from '@market/contracts/demands'
import { COOPERATION_MODES, labelOf, NEED_TYPES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Budget } from './budget.tsx'

interface NeedRowsProps {
  items: readonly NeedSummary[]
  label: string
  to(id: string): string
}

export function NeedRows({ items, label, to }: NeedRowsProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <RecordList label={label}>
      {items.map((need) => (
        <RecordRow
          key={need.id}
          to={to(need.id)}
          title={pick(need, 'title', locale) || t('untitled')}
          need={need.returned ? t('list.returned') : undefined}
          badge={<StateBadge subject="need" state={need.state} />}
          meta={
            <>
              <span>{need.organization ? pick(need.organization, 'name', locale) : t('facts.unnamed')}</span>
              {need.type && <span>{labelOf(NEED_TYPES, need.type, locale)}</span>}
              <span>
                {need.cooperationModes.map((mode) => labelOf(COOPERATION_MODES, mode, locale)).join(' · ')}
              </span>
            </>
          }
          figure={<Budget need={need} />}
          note={need.deadlineOn ? t('until', { date: formatDay(need.deadlineOn, locale) }) : undefined}
        />
      ))}
    </RecordList>
  )
}
