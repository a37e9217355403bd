import type { RegistrationImport } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { WorkProgress } from '../../ui/work-progress.tsx'

const MOVING: readonly RegistrationImport['state'][] = ['checking', 'queued', 'running', 'cancelling']

/** How far the work on a file of contracts is. */
export function ImportProgress({ entry }: { entry: RegistrationImport }) {
  const { t } = useTranslation('imports')
  const locale = useLocale()
  const moving = MOVING.includes(entry.state)
  const { rowCount: all, processedRows: done } = entry
  const counts = entry.state === 'running' || entry.state === 'cancelling'
  const words = t('counts', { done: formatCount(done, locale), all: formatCount(all, locale) })
  const bar = counts ? { done, all, label: t('progress'), words } : undefined
  return (
    <WorkProgress tone={toneOf(entry)} title={t(`standing.${entry.state}`)} moving={moving} bar={bar}>
      {moving && <p>{t('mayLeave')}</p>}
    </WorkProgress>
  )
}

function toneOf({ state, errorCount }: RegistrationImport) {
  if (state === 'done') return 'done'
  if (state === 'failed') return 'refused'
  if (state === 'checked') return errorCount > 0 ? 'refused' : 'needs-you'
  return 'info'
}
