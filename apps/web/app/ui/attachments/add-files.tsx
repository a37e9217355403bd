import { MEDIA_TYPES_BY_PURPOSE } from '@market/contracts/files'
import type { FilePurpose } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { namesOfKinds } from '../../lib/file-kinds.ts'
import { useScripted } from '../../lib/use-scripted.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { DropZone } from './drop-zone.tsx'
import { FileWords } from './file-words.tsx'
import classes from './upload.module.css'
import { UploadRow } from './upload-row.tsx'
import { useUploads } from './use-uploads.ts'

interface AddFilesProps {
  purpose: FilePurpose
  most: number
  /** How many may still be added. */
  room: number
  withVisibility: boolean
}

/** Any number of files at once with a script, each at its own pace; without one, one file with the form. */
export function AddFiles({ purpose, most, room, withVisibility }: AddFilesProps) {
  const { t } = useTranslation('attachments')
  const scripted = useScripted()
  const { uploads, add, remove } = useUploads(purpose, room)
  const types = MEDIA_TYPES_BY_PURPOSE[purpose]
  const takesVideos = types.some((type) => type.startsWith('video/'))
  const stored = uploads.filter((upload) => upload.stored !== null).length
  return (
    <fieldset className={classes.add}>
      <legend>{t('add')}</legend>
      <DropZone
        accept={types.join(',')}
        hint={t(takesVideos ? 'fileHintVideo' : 'fileHint', { kinds: namesOfKinds(types), most })}
        onFiles={add}
      />
      {uploads.length > 0 && (
        <ul className={classes.rows}>
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              withVisibility={withVisibility}
              onRemove={() => remove(upload.key)}
            />
          ))}
        </ul>
      )}
      {!scripted && <FileWords path="attachment" described withVisibility={withVisibility} />}
      {(!scripted || stored > 0) && (
        <SubmitButton name="intent" value="attach" variant="default">
          {scripted ? t('attach', { count: stored }) : t('upload')}
        </SubmitButton>
      )}
    </fieldset>
  )
}
