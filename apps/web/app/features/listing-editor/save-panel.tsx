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
}

/** The buttons of the editor and, with a script, when it was last saved. */
export function SavePanel({ state, savedAt, incomplete }: SavePanelProps) {
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
        {state === 'saving' && t('save.saving')}
        {state === 'dirty' && t('save.dirty')}
        {state === 'clean' && (
          <>
            {t(incomplete ? 'save.partly' : 'save.saved')} <Instant at={savedAt} />
          </>
        )}
      </p>
    </div>
  )
}
