import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Digest } from '../../ui/digest.tsx'
import classes from './desk.module.css'

/** The signed files to be kept, with the digest that proves them equal. */
export function DocumentLinks({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const { documents, seller, buyer } = registration
  if (documents.length === 0) return <p>{t('documents.none')}</p>
  return (
    <ul className={classes.documents}>
      {documents.map(({ fileId, organizationId, fileName, sizeBytes, sha256 }) => (
        <li key={fileId}>
          <a href={paths.file(fileId)}>{fileName}</a> <span>{formatBytes(sizeBytes)}</span>
          <span>
            {t('documents.from', {
              party: pick(organizationId === seller.id ? seller : buyer, 'name', locale),
            })}
          </span>
          <Digest value={sha256} />
        </li>
      ))}
    </ul>
  )
}

/** The contract to be read beside its form; where a browser cannot show it in place, the links above do. */
export function ContractReader({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const [first] = registration.documents
  return (
    <section className={classes.reader} aria-label={t('documents.title')}>
      <h2>{t('documents.title')}</h2>
      <DocumentLinks registration={registration} />
      {first && <iframe src={paths.filePreview(first.fileId)} title={first.fileName} loading="lazy" />}
    </section>
  )
}
