import type { ListingImport } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { fieldProblemText } from '../../ui/use-problem-text.ts'
import { WorkProgress } from '../../ui/work-progress.tsx'

const MOVING: readonly ListingImport['state'][] = ['reading', 'checking', 'queued', 'running', 'cancelling']

/** Where an import stands and how far it is. */
export function ImportStanding({ entry }: { entry: ListingImport }) {
  const { t, i18n } = useTranslation('listingImports')
  const moving = MOVING.includes(entry.state)
  return (
    <WorkProgress
      tone={toneOf(entry)}
      title={t(`standing.${entry.state}`)}
      moving={moving}
      bar={useBar(entry)}
    >
      {moving && <p>{t('mayLeave')}</p>}
      {entry.failureCode && (
        <p>
          {fieldProblemText(i18n, entry.failureCode)}
          {entry.failureRow !== null && ` ${t(placeWords(entry.failureCode), { row: entry.failureRow })}`}{' '}
          <Link to={paths.listingImports}>{t('another')}</Link>
        </p>
      )}
    </WorkProgress>
  )
}

/** Where an encoding breaks off is known to the row; other faults show up a little behind their place. */
const placeWords = (failureCode: string) =>
  failureCode === 'listing_import.file_encoding' ? 'misfitInRow' : 'atRow'

/** Bytes while the file is read, rows after that. */
function useBar({ state, progress, sizeBytes, rowCount, readyCount }: ListingImport) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  const rowsOf = (all: number) =>
    t('counts', { done: formatCount(progress, locale), all: formatCount(all, locale) })
  const label = t('progress')
  if (state === 'reading') {
    const percent = Math.min(100, Math.round((progress / sizeBytes) * 100))
    return {
      done: progress,
      all: sizeBytes,
      label,
      words: t('readSoFar', { percent, rows: formatCount(rowCount, locale) }),
    }
  }
  if (state === 'checking') return { done: progress, all: rowCount, label, words: rowsOf(rowCount) }
  if (state === 'running') return { done: progress, all: readyCount, label, words: rowsOf(readyCount) }
  return undefined
}

function toneOf({ state }: ListingImport) {
  if (state === 'done') return 'done'
  if (state === 'failed') return 'refused'
  return state === 'mapping' || state === 'checked' ? 'needs-you' : 'info'
}
