import { useTranslation } from 'react-i18next'
import { Instant } from '../day.tsx'
import classes from './editing.module.css'
import { isConflict, type SaveResult } from './save-result.ts'
import type { SaveState } from './use-autosave.ts'

interface SaveStatusProps {
  state: SaveState
  latest: SaveResult | undefined
  /** When what the page was loaded with had been saved. */
  loadedAt: string
}

/** With a script: when it was last saved, and what keeps it from being saved. */
export function SaveStatus({ state, latest, loadedAt }: SaveStatusProps) {
  const { t } = useTranslation('editing')
  const incomplete = latest?.problem !== undefined
  const obstacle = obstacleOf(latest, state)
  if (obstacle) {
    return (
      <p className={classes.savedAt} role="status" data-state="incomplete">
        {t(obstacle)}
      </p>
    )
  }
  return (
    <p className={classes.savedAt} role="status" data-state={incomplete ? 'incomplete' : state}>
      {state === 'saving' && t('saving')}
      {state === 'dirty' && t('dirty')}
      {state === 'clean' && (
        <>
          {t(incomplete ? 'partly' : 'saved')} <Instant at={latest?.saved?.at ?? loadedAt} />
        </>
      )}
    </p>
  )
}

function obstacleOf(latest: SaveResult | undefined, state: SaveState): 'blocked' | 'failed' | null {
  if (isConflict(latest)) return 'blocked'
  return latest?.saved === null && state !== 'saving' ? 'failed' : null
}
