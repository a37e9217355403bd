import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'

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
