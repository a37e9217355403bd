import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { Notice } from '../../ui/notice.tsx'

/** Records that look like this one: the same contract is registered once. */
export function SimilarRecords({ similar }: { similar: Registration['similar'] }) {
  const { t, i18n } = useTranslation('desk')
  if (similar.length === 0) return null
  const word = (alike: string) =>
    i18n.exists(`desk:alike.${alike}`) ? t(`alike.${alike}` as 'alike.parties') : alike
  return (
    <Notice tone="needs-you" title={t('similar.title', { count: similar.length })}>
      <ul>
        {similar.map(({ id, title, number, alike }) => (
          <li key={id}>
            <Link to={paths.registration(id)}>{number ?? title}</Link>{' '}
            {t('similar.alike', { parts: alike.map(word).join(' · ') })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
