import type { RegistrationImport } from '@market/contracts/registration'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRevalidator } from 'react-router'
import { formatCount } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Notice } from '../../ui/notice.tsx'
import classes from './imports.module.css'

const MOVING: readonly RegistrationImport['state'][] = ['checking', 'queued', 'running', 'cancelling']
const EVERY_MS = 2000

/** Whether the worker is at it, so that the page will look different soon. */
export const isMoving = ({ state }: RegistrationImport): boolean => MOVING.includes(state)

/** How far the work is; a script looks again every other second, without one the page is loaded anew. */
export function ImportProgress({ entry }: { entry: RegistrationImport }) {
  const { t } = useTranslation('imports')
  const locale = useLocale()
  const { revalidate, state } = useRevalidator()
  const moving = isMoving(entry)
  useEffect(() => {
    if (!moving || state !== 'idle') return
    const timer = setTimeout(() => void revalidate(), EVERY_MS)
    return () => clearTimeout(timer)
  }, [moving, state, revalidate])
  const { rowCount, processedRows } = entry
  const counts = entry.state === 'running' || entry.state === 'cancelling'
  return (
    <Notice tone={toneOf(entry)} title={t(`standing.${entry.state}`)}>
      {counts && (
        <>
          <progress
            className={classes.progress}
            value={processedRows}
            max={Math.max(rowCount, 1)}
            aria-label={t('progress')}
          />
          <p>
            {t('counts', { done: formatCount(processedRows, locale), all: formatCount(rowCount, locale) })}
          </p>
        </>
      )}
      {moving && <p>{t('mayLeave')}</p>}
    </Notice>
  )
}

function toneOf({ state, errorCount }: RegistrationImport) {
  if (state === 'done') return 'done'
  if (state === 'failed') return 'refused'
  if (state === 'checked') return errorCount > 0 ? 'refused' : 'needs-you'
  return 'info'
}
