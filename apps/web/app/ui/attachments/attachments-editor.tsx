import { MEDIA_TYPES_BY_PURPOSE } from '@market/contracts/files'
import { ATTACHMENT_VISIBILITIES, type FilePurpose, labelOf } from '@market/domain/codes'
import { LISTING_LIMITS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { namesOfKinds } from '../../lib/file-kinds.ts'
import { formatBytes } from '../../lib/format.ts'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { SelectField, TextField } from '../form/fields.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
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
  const { attachments, most } = props
  return (
    <>
      {attachments.length > 0 && (
        <ul className={classes.attachments}>
          {attachments.map((attachment) => (
            <AttachmentItem key={attachment.id} attachment={attachment} />
          ))}
        </ul>
      )}
      {attachments.length < most ? <AddFile {...props} /> : <p>{t('full', { most })}</p>}
    </>
  )
}

function AddFile({ purpose, most, withVisibility = false }: AttachmentsEditorProps) {
  const { t } = useTranslation('attachments')
  const types = MEDIA_TYPES_BY_PURPOSE[purpose]
  return (
    <fieldset className={classes.add}>
      <legend>{t('add')}</legend>
      <TextField
        path="attachment.file"
        type="file"
        label={t('file')}
        description={t('fileHint', { kinds: namesOfKinds(types), most })}
        accept={types.join(',')}
        classNames={{ input: classes.file }}
      />
      <div className={classes.columns}>
        <TextField path="attachment.titleZh" label={t('titleZh')} maxLength={120} />
        <TextField path="attachment.titleEn" label={t('titleEn')} maxLength={200} />
      </div>
      <div className={classes.columns}>
        <TextField
          path="attachment.altZh"
          label={t('altZh')}
          description={t('altHint')}
          maxLength={LISTING_LIMITS.alt.zh}
        />
        <TextField
          path="attachment.altEn"
          label={t('altEn')}
          description={t('altHint')}
          maxLength={LISTING_LIMITS.alt.en}
        />
      </div>
      {withVisibility && <Visibility />}
      <SubmitButton name="intent" value="attach" variant="default">
        {t('upload')}
      </SubmitButton>
    </fieldset>
  )
}

function Visibility() {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  return (
    <SelectField
      path="attachment.visibility"
      label={t('visibility')}
      maw="24rem"
      data={ATTACHMENT_VISIBILITIES.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
    />
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
