import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '../form/submit-button.tsx'
import { Notice } from '../notice.tsx'
import classes from './editing.module.css'

interface ConflictNoticeProps {
  /** The page that shows what they have stored. */
  here: string
  /** The revision somebody else has stored meanwhile. */
  newest: number | null
  /** What is typed here is given up. */
  onDrop: () => void
}

/** Somebody else has saved: nothing is lost and nothing is overwritten until one of the two is chosen. */
export function ConflictNotice({ here, newest, onDrop }: ConflictNoticeProps) {
  const { t } = useTranslation('editing')
  return (
    <div className={classes.conflict}>
      <Notice tone="refused" title={t('conflict.title')}>
        <p>{t('conflict.text')}</p>
        <Group mt="sm">
          <Button component="a" href={here} target="_blank" rel="noreferrer" variant="default" size="sm">
            {t('conflict.theirs')}
          </Button>
          {newest !== null && (
            <>
              <input type="hidden" name="newestRevision" value={newest} />
              <SubmitButton name="intent" value="overwrite" size="sm" color="clay">
                {t('conflict.mine')}
              </SubmitButton>
            </>
          )}
          <Button component="a" href={here} variant="subtle" size="sm" onClick={onDrop}>
            {t('conflict.reload')}
          </Button>
        </Group>
      </Notice>
    </div>
  )
}
