import { ATTACHMENT_VISIBILITIES, type FilePurpose, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { AddFiles } from './add-files.tsx'
import type { ShownAttachment } from './attachment.ts'
import classes from './attachments-editor.module.css'

interface AttachmentsEditorProps {
  attachments: readonly ShownAttachment[]
  purpose: FilePurpose
  /** How many there may be. */
  most: number
  /** Each file says who may open it; otherwise it is as readable as what it hangs on. */
  withVisibility?: boolean
}

/** Files of a text. They belong to its form, so that adding one never costs what is typed above. */
export function AttachmentsEditor(props: AttachmentsEditorProps) {
  const { t } = useTranslation('attachments')
  const { attachments, most, purpose, withVisibility = false } = props
  const room = most - attachments.length
  return (
    <>
      {attachments.length > 0 && (
        <ul className={classes.attachments}>
          {attachments.map((attachment) => (
            <AttachmentItem key={attachment.id} attachment={attachment} />
          ))}
        </ul>
      )}
      {room > 0 ? (
        <AddFiles purpose={purpose} most={most} room={room} withVisibility={withVisibility} />
      ) : (
        <p>{t('full', { most })}</p>
      )}
    </>
  )
}

function AttachmentItem({ attachment }: { attachment: ShownAttachment }) {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  const title = pick(attachment, 'title', locale)
  const { name, sizeBytes, visibility } = attachment
  return (
    <li>
      <div>
        <a href={paths.file(attachment.fileId)}>{title}</a>
        <p className={classes.hint}>
          {[
            name,
            formatBytes(sizeBytes),
            ...(visibility ? [labelOf(ATTACHMENT_VISIBILITIES, visibility, locale)] : []),
          ].join(' · ')}
        </p>
      </div>
      <details className={classes.confirm}>
        <summary>{t('remove')}</summary>
        <SubmitButton
          name="intent"
          value={`detach:${attachment.id}`}
          color="clay"
          size="xs"
          aria-label={t('removeNamed', { title })}
        >
          {t('removeNow')}
        </SubmitButton>
      </details>
    </li>
  )
}
