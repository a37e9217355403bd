import { ContactList as Contacts } from '@market/contracts/organizations'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { Link, redirect } from 'react-router'
import { contactAction } from '../../../features/organizations/contact-action.server.ts'
import { ContactForm } from '../../../features/organizations/contact-form.tsx'
import { ContactList } from '../../../features/organizations/contact-list.tsx'
import { OrganizationTabs } from '../../../features/organizations/organization-tabs.tsx'
import classes from '../../../features/organizations/organizations.module.css'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/contacts.ts'

const DONE = ['create', 'edit', 'remove'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const { actor, organization } = workspaceOf(context)
  if (organization === null) throw redirect('/workspace/organization')
  const { items } = await apiOf(context).get('/api/contacts', Contacts)
  const [done, edit] = [url.searchParams.get('done'), url.searchParams.get('edit')]
  return {
    organization,
    contacts: items,
    edits: may(actor, 'contact.edit', ['own']),
    edited: items.find(({ id }) => id === edit) ?? null,
    done: DONE.find((candidate) => candidate === done) ?? null,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  return contactAction(apiOf(context), await request.formData())
}

export default function ContactsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  const { organization, contacts, edits, edited, done } = loaderData
  return (
    <>
      <PageHead title={t('own.contacts')} unlisted />
      <PageHeader title={pick(organization, 'name', locale)} lead={t('contacts.lead')} />
      <OrganizationTabs current="contacts" />
      {done && <Notice tone="done">{t(`contacts.done.${done}`)}</Notice>}
      <ContactList contacts={contacts} edits={edits} result={actionData} />
      {edits ? (
        <section className={classes.block} id="contact-form">
          <h2>
            {edited
              ? t('contacts.editTitle', { name: pick(edited, 'name', locale) })
              : t('contacts.addTitle')}
          </h2>
          <ContactForm key={`${edited?.id} ${contacts.length}`} contact={edited} result={actionData} />
          {edited && <Link to={paths.contacts}>{t('contacts.cancel')}</Link>}
        </section>
      ) : (
        <p className={classes.hint}>{t('contacts.readOnly')}</p>
      )}
    </>
  )
}
