import type { Attachment } from '@market/contracts/listings'
import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import classes from './listing.module.css'

export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  if (attachments.length === 0) return null
  return (
    <section className="no-print">
      <h2>{t('attachments.title')}</h2>
      <ul className={classes.attachments}>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <IconFileText size={18} aria-hidden="true" />
            <a href={`/api/files/${attachment.fileId}`}>{pick(attachment, 'title', locale)}</a>
            <span>{formatBytes(attachment.sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** That there is more to read, and how one comes to read it; nothing of what it says. */
export function ConfidentialNote({ listingId, count }: { listingId: string; count: number }) {
  const { t } = useTranslation('listing')
  if (count === 0) return null
  return (
    <section className="no-print">
      <h2>{t('confidential.title')}</h2>
      <p>{t('confidential.count', { count })}</p>
      <p>
        <Link to={paths.confidential(listingId)}>{t('confidential.open')}</Link>
      </p>
    </section>
  )
}
