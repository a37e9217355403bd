import type { Contact } from '@market/contracts/organizations'
import { CONTACT_VISIBILITIES } from '@market/domain/organizations'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { ContactResult } from './contact-action.server.ts'
import classes from './organizations.module.css'

type TextName = Exclude<keyof Contact, 'id' | 'visibility'>

interface ContactFormProps {
  /** Null for a new one. */
  contact: Contact | null
  result: ContactResult | undefined
}

/** A person or an office: a name, and a way to reach it. */
export function ContactForm({ contact, result }: ContactFormProps) {
  const { t } = useTranslation('organizations')
  const shown = result?.intent === 'remove' ? undefined : result
  const textOf = (name: TextName) => shown?.typed[name] ?? contact?.[name] ?? ''
  const field = (name: TextName, maxLength: number) => ({
    path: name,
    label: t(`contacts.fields.${name}`),
    maxLength,
    defaultValue: textOf(name),
  })
  return (
    <MarketForm problem={shown?.problem} className={classes.narrow}>
      {contact && <input type="hidden" name="contactId" value={contact.id} />}
      <TextField {...field('nameZh', 60)} description={t('contacts.nameHint')} required />
      <TextField {...field('nameEn', 120)} lang="en" />
      <TextField {...field('dutyZh', 60)} description={t('contacts.dutyHint')} />
      <TextField {...field('dutyEn', 120)} lang="en" />
      <TextField {...field('email', 254)} type="email" description={t('contacts.reachHint')} />
      <TextField {...field('phone', 40)} type="tel" />
      <ChoiceField
        path="visibility"
        kind="one"
        label={t('contacts.fields.visibility')}
        choices={CONTACT_VISIBILITIES.map((value) => ({ value, label: t(`contacts.visibilities.${value}`) }))}
        selected={[shown?.typed.visibility ?? contact?.visibility ?? 'public']}
      />
      <SubmitButton name="intent" value={contact ? 'edit' : 'create'}>
        {t(contact ? 'contacts.saveNow' : 'contacts.addNow')}
      </SubmitButton>
    </MarketForm>
  )
}
