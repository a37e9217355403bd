import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { isDocument, type ShownAttachment } from './attachment.ts'
import classes from './documents.module.css'

/** What is to be read rather than looked at, each to be kept with its size beside it. */
export function Documents({ attachments }: { attachments: readonly ShownAttachment[] }) {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  const documents = attachments.filter(isDocument)
  if (documents.length === 0) return null
  return (
    <section className="no-print">
      <h2>{t('title')}</h2>
      <ul className={classes.documents}>
        {documents.map((attachment) => (
          <li key={attachment.id}>
            <IconFileText size={18} aria-hidden="true" />
            <a href={paths.file(attachment.fileId)}>{pick(attachment, 'title', locale)}</a>
            <span>{formatBytes(attachment.sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
