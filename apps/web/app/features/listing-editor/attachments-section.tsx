import { MEDIA_TYPES_BY_PURPOSE } from '@market/contracts/files'
import type { Attachment } from '@market/contracts/listings'
import { ATTACHMENT_VISIBILITIES, labelOf } from '@market/domain/codes'
import { LISTING_LIMITS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './editor.module.css'
import { Section } from './section.tsx'

/** Files of the text. They belong to the same form, so that adding one never costs what is typed above. */
export function AttachmentsSection({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation('editor')
  return (
    <Section name="attachments">
      {attachments.length > 0 && (
        <ul className={classes.attachments}>
          {attachments.map((attachment) => (
            <AttachmentItem key={attachment.id} attachment={attachment} />
          ))}
        </ul>
      )}
      <fieldset className={classes.right}>
        <legend>{t('attachments.add')}</legend>
        <TextField
          path="attachment.file"
          type="file"
          label={t('attachments.file')}
          description={t('attachments.fileHint')}
          accept={MEDIA_TYPES_BY_PURPOSE.listing_attachment.join(',')}
          classNames={{ input: classes.file }}
        />
        <div className={classes.columns}>
          <TextField path="attachment.titleZh" label={t('attachments.titleZh')} maxLength={120} />
          <TextField path="attachment.titleEn" label={t('attachments.titleEn')} maxLength={200} />
        </div>
        <div className={classes.columns}>
          <TextField
            path="attachment.altZh"
            label={t('attachments.altZh')}
            description={t('attachments.altHint')}
            maxLength={LISTING_LIMITS.alt.zh}
          />
          <TextField
            path="attachment.altEn"
            label={t('attachments.altEn')}
            description={t('attachments.altHint')}
            maxLength={LISTING_LIMITS.alt.en}
          />
        </div>
        <Visibility />
        <SubmitButton name="intent" value="attach" variant="default">
          {t('attachments.upload')}
        </SubmitButton>
      </fieldset>
    </Section>
  )
}

function Visibility() {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  return (
    <SelectField
      path="attachment.visibility"
      label={t('attachments.visibility')}
      maw="24rem"
      data={ATTACHMENT_VISIBILITIES.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
    />
  )
}

function AttachmentItem({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const title = pick(attachment, 'title', locale)
  return (
    <li>
      <div>
        <a href={paths.file(attachment.fileId)}>{title}</a>
        <p className={classes.hint}>
          {[
            attachment.name,
            formatBytes(attachment.sizeBytes),
            labelOf(ATTACHMENT_VISIBILITIES, attachment.visibility, locale),
          ].join(' · ')}
        </p>
      </div>
      <details className={classes.confirm}>
        <summary>{t('attachments.remove')}</summary>
        <SubmitButton
          name="intent"
          value={`detach:${attachment.id}`}
          color="clay"
          size="xs"
          aria-label={t('attachments.removeNamed', { title })}
        >
          {t('attachments.removeNow')}
        </SubmitButton>
      </details>
    </li>
  )
}
