import type { Confidentiality } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import classes from './secrecy.module.css'

/** The files somebody bound may open; links that are no prefetch, for each opening is noted. */
export function ConfidentialFiles({ view: { files, listing } }: { view: Confidentiality }) {
  const { t } = useTranslation('secrecy')
  const locale = useLocale()
  return (
    <section className={classes.block}>
      <h2>{t('files.title')}</h2>
      <p className={classes.note}>{t('files.logged')}</p>
      <ul className={classes.plain}>
        {files.map((file) => (
          <li key={file.fileId}>
            {pick(file, 'title', locale)} · {formatBytes(file.sizeBytes)}{' '}
            {file.opens ? (
              <a
                href={paths.confidentialFile(listing.id, file.fileId)}
                aria-label={`${t('files.open')} ${pick(file, 'title', locale)}`}
              >
                {t('files.open')}
              </a>
            ) : (
              <p className={classes.note}>{t('files.notOpened')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
