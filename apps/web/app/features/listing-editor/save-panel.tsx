import { useTranslation } from 'react-i18next'
import { Instant } from '../../ui/day.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './editor.module.css'
import type { SaveState } from './use-autosave.ts'

interface SavePanelProps {
  state: SaveState
  savedAt: string
  /** Some of what is typed could not be stored. */
  incomplete: boolean
  /** Nothing can be stored before somebody else's save has been dealt with. */
  blocked: boolean
}

/** The buttons of the editor and, with a script, when it was last saved. */
export function SavePanel({ state, savedAt, incomplete, blocked }: SavePanelProps) {
  const { t } = useTranslation('editor')
  return (
    <div className={classes.save}>
      <SubmitButton name="intent" value="save" variant="default">
        {t('save.save')}
      </SubmitButton>
      <SubmitButton name="intent" value="preview" variant="default">
        {t('save.preview')}
      </SubmitButton>
      <SubmitButton name="intent" value="review" className={classes.toReview}>
        {t('save.review')}
      </SubmitButton>
      <p className={classes.savedAt} role="status" data-state={incomplete ? 'incomplete' : state}>
        {blocked && t('save.blocked')}
        {!blocked && state === 'saving' && t('save.saving')}
        {!blocked && state === 'dirty' && t('save.dirty')}
        {!blocked && state === 'clean' && (
          <>
            {t(incomplete ? 'save.partly' : 'save.saved')} <Instant at={savedAt} />
          </>
        )}
      </p>
    </div>
  )
}
