import type { Listing } from '@market/contracts/listings'
import type { Contact } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { Link, useFetcher } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FormProblemContext } from '../../ui/form/field-problem.ts'
import { SelectField } from '../../ui/form/fields.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { EditResult } from './edit-result.ts'
import classes from './editor.module.css'

interface ContactPanelProps {
  listing: Listing
  contacts: readonly Contact[]
  /** The answer to a post of the whole page, if it was about the contact. */
  posted: EditResult | undefined
}

/** Whom to ask. A form of its own: it holds at once and is no part of the text under review. */
export function ContactPanel({ listing, contacts, posted }: ContactPanelProps) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const fetcher = useFetcher<EditResult>()
  const result = fetcher.data ?? posted
  const nameOf = (contact: Contact) =>
    [pick(contact, 'name', locale), pick(contact, 'duty', locale)].filter((part) => part !== '').join(' · ')
  return (
    <section className={classes.contact} aria-labelledby="contact-heading">
      <h2 id="contact-heading">{t('contact.title')}</h2>
      <p className={classes.hint}>
        {t('contact.hint')} <Link to={paths.contacts}>{t('contact.manage')}</Link>
      </p>
      <FormProblemContext value={result?.problem}>
        <fetcher.Form method="post">
          <ErrorSummary problem={result?.problem} />
          {result && result.problem === undefined && <Notice tone="done">{t('contact.saved')}</Notice>}
          <SelectField
            path="contactId"
            label={t('contact.choose')}
            maw="24rem"
            defaultValue={listing.contact?.id ?? ''}
            data={[
              { value: '', label: t('contact.nobody') },
              ...contacts.map((contact) => ({ value: contact.id, label: nameOf(contact) })),
            ]}
          />
          <SubmitButton name="intent" value="contact" variant="default">
            {t('contact.save')}
          </SubmitButton>
        </fetcher.Form>
      </FormProblemContext>
    </section>
  )
}
