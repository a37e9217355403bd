import type { Contact } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { ContactResult } from './contact-action.server.ts'
import classes from './organizations.module.css'

interface ContactListProps {
  contacts: readonly Contact[]
  /** Whether the reader may change them. */
  edits: boolean
  result: ContactResult | undefined
}

/** Everybody who can be named on a listing, and who is shown them. */
export function ContactList({ contacts, edits, result }: ContactListProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  if (contacts.length === 0) {
    return <EmptyState title={t('contacts.none')}>{t('contacts.noneHint')}</EmptyState>
  }
  return (
    <ul className={classes.people}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <div className={classes.person}>
            <p className={classes.name}>
              {pick(contact, 'name', locale)}
              <span className={classes.quiet}> {pick(contact, 'duty', locale)}</span>
            </p>
            <p>{[contact.phone, contact.email].filter((part) => part !== '').join(' · ')}</p>
            <p className={classes.quiet}>{t(`contacts.visibilities.${contact.visibility}`)}</p>
          </div>
          {edits && <ContactSteps contact={contact} result={result} />}
        </li>
      ))}
    </ul>
  )
}

function ContactSteps({ contact, result }: { contact: Contact; result: ContactResult | undefined }) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  const name = pick(contact, 'name', locale)
  const problem = result?.intent === 'remove' && result.contactId === contact.id ? result.problem : undefined
  return (
    <div className={classes.steps}>
      <Link to={`?edit=${contact.id}#contact-form`} aria-label={t('contacts.editNamed', { name })}>
        {t('contacts.edit')}
      </Link>
      <ActionPanels>
        <ActionPanel label={t('contacts.remove')} tone="grave" open={problem !== undefined}>
          <MarketForm problem={problem}>
            <input type="hidden" name="contactId" value={contact.id} />
            <p>{t('contacts.removeExplain', { name })}</p>
            <SubmitButton name="intent" value="remove" color="clay" mt="md">
              {t('contacts.removeNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      </ActionPanels>
    </div>
  )
}
