import type { Contact } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../ui/facts.tsx'

/** Whom to ask, as far as the owner shows it. */
export function ContactFact({ contact }: { contact: Contact }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  const duty = pick(contact, 'duty', locale)
  return (
    <Facts>
      <Fact label={t('contact')}>
        <span>{pick(contact, 'name', locale)}</span>
        {duty !== '' && <span> · {duty}</span>}
        {contact.phone !== '' && (
          <div>
            <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>
          </div>
        )}
        {contact.email !== '' && (
          <div>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </div>
        )}
      </Fact>
    </Facts>
  )
}
