import { useTranslation } from 'react-i18next'
import type { SaveResult } from '../../ui/editing/save-result.ts'
import { SaveStatus } from '../../ui/editing/save-status.tsx'
import type { SaveState } from '../../ui/editing/use-autosave.ts'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './editor.module.css'

interface SavePanelProps {
  state: SaveState
  latest: SaveResult | undefined
  loadedAt: string
}

/** The buttons of the editor and, with a script, when it was last saved. */
export function SavePanel(props: SavePanelProps) {
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
      <SaveStatus {...props} />
    </div>
  )
}
