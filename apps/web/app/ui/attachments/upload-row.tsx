import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { fieldProblemText } from '../use-problem-text.ts'
import { isPicture } from './attachment.ts'
import { FileWords } from './file-words.tsx'
import classes from './upload.module.css'
import type { Upload } from './use-uploads.ts'

interface UploadRowProps {
  upload: Upload
  withVisibility: boolean
  onRemove: () => void
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '').slice(0, 120)

/** One file on its way: how far it is, why it was refused or, once it is there, what to call it. */
export function UploadRow({ upload, withVisibility, onRemove }: UploadRowProps) {
  const { t } = useTranslation('attachments')
  const { key, name, sizeBytes, stored } = upload
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <strong>{name}</strong> <span className={classes.hint}>{formatBytes(sizeBytes)}</span>
        <button type="button" className={classes.remove} onClick={onRemove}>
          {t('leaveOut')}
          <span className="visually-hidden"> {name}</span>
        </button>
      </div>
      <Standing upload={upload} />
      {stored && (
        <>
          <input type="hidden" name={`attachment.${key}.fileId`} value={stored.id} />
          <FileWords
            path={`attachment.${key}`}
            file={name}
            title={stemOf(name)}
            described={isPicture(stored)}
            withVisibility={withVisibility}
          />
        </>
      )}
    </li>
  )
}

function Standing({ upload: { name, share, stored, problem } }: { upload: Upload }) {
  const { t, i18n } = useTranslation('attachments')
  if (problem) {
    return (
      <p role="alert" className={classes.problem}>
        {t('refused', { name, reason: fieldProblemText(i18n, problem.code, problem.params) })}
      </p>
    )
  }
  if (stored) {
    return (
      <p role="status" className={classes.hint}>
        {t('uploaded')}
      </p>
    )
  }
  return (
    <div className={classes.sending}>
      <progress value={share} max={1} aria-label={t('sendingNamed', { name })} />
      <span>{share < 1 ? `${Math.floor(share * 100)} %` : t('checking')}</span>
    </div>
  )
}
