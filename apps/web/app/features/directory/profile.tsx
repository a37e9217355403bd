import type { OrganizationProfile } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../ui/facts.tsx'

/** Whom to turn to, how requests are answered, and where other sites read the listings. */
export function ProfileFacts({
  profile,
  organizationId,
}: {
  profile: OrganizationProfile
  organizationId: string
}) {
  const { t } = useTranslation('directory')
  const locale = useLocale()
  const { contacts, replies } = profile
  const feed = (format: string) =>
    `/api/feeds/listings.${format}?${new URLSearchParams({ organizationId, lang: locale })}`
  return (
    <Facts>
      {contacts.map((contact) => (
        <Fact
          key={contact.id}
          label={[pick(contact, 'name', locale), pick(contact, 'duty', locale)]
            .filter((part) => part !== '')
            .join(' · ')}
        >
          {contact.phone !== '' && <div>{contact.phone}</div>}
          {contact.email !== '' && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        </Fact>
      ))}
      <Fact label={t('profile.replies')}>
        {replies === null ? (
          t('profile.tooFew')
        ) : (
          <>
            <div>{t('profile.answered', { percent: replies.answeredPercent })}</div>
            {replies.medianDays !== null && <div>{t('profile.median', { days: replies.medianDays })}</div>}
          </>
        )}
        <details>
          <summary>{t('profile.definition')}</summary>
          {t('profile.definitionText')}
        </details>
      </Fact>
      <Fact label={t('profile.feeds')}>
        <a href={feed('atom')}>{t('profile.formats.atom')}</a> ·{' '}
        <a href={feed('json')}>{t('profile.formats.json')}</a> ·{' '}
        <a href={feed('csv')}>{t('profile.formats.csv')}</a>
      </Fact>
    </Facts>
  )
}
