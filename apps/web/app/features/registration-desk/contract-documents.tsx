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
      {firstOfEach(documents).map(({ fileId, fileName, sizeBytes, sha256 }) => (
        <li key={fileId}>
          <a href={paths.file(fileId)}>{fileName}</a> <span>{formatBytes(sizeBytes)}</span>
          <span>
            {documents
              .filter((document) => document.sha256 === sha256)
              .map(({ organizationId }) =>
                pick(organizationId === seller.id ? seller : buyer, 'name', locale),
              )
              .join(' · ')}
          </span>
          <Digest value={sha256} />
        </li>
      ))}
    </ul>
  )
}

/** Both sides bring the same file to the byte; it is shown once. */
function firstOfEach(documents: Registration['documents']): Registration['documents'] {
  return documents.filter(
    ({ sha256 }, at) => documents.findIndex((document) => document.sha256 === sha256) === at,
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
      {first && (
        <iframe
          src={`${paths.filePreview(first.fileId)}#navpanes=0&view=FitH`}
          title={first.fileName}
          loading="lazy"
        />
      )}
    </section>
  )
}
