import { IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import type { SessionUser } from '../../lib/root-data.ts'
import { Disclosure } from './disclosure.tsx'
import classes from './shell.module.css'

export function AccountMenu({ user }: { user: SessionUser | null }) {
  const { t } = useTranslation()
  if (user === null) {
    return (
      <>
        <Link to="/login" className={classes.tool}>
          {t('account.login')}
        </Link>
        <Link to="/register" className={`${classes.tool} ${classes.register}`}>
          {t('account.register')}
        </Link>
      </>
    )
  }
  return (
    <>
      <Link to="/workspace" className={`${classes.tool} ${classes.wideOnly}`}>
        {t('nav.workspace')}
      </Link>
      <Disclosure
        label={`${t('account.menu')}: ${user.name}`}
        summary={
          <>
            <IconUser size={18} aria-hidden="true" />
            <span className={classes.userName}>{user.name}</span>
          </>
        }
      >
        <p className={classes.popoverNote}>{user.email}</p>
        <Organizations user={user} />
        <Link to="/account/security">{t('account.security')}</Link>
        <Link to={paths.mailPreferences}>{t('account.mails')}</Link>
        <Form method="post" action="/logout">
          <button type="submit">{t('account.logout')}</button>
        </Form>
      </Disclosure>
    </>
  )
}

function Organizations({ user }: { user: SessionUser }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const active = user.organizations.find((organization) => organization.id === user.activeOrganizationId)
  const others = user.organizations.filter((organization) => organization !== active)
  return (
    <>
      <p className={classes.popoverNote}>
        {active ? `${t('account.actingFor')} · ${pick(active, 'name', locale)}` : t('account.noOrganization')}
      </p>
      <Form method="post" action="/acting-organization">
        {others.map((organization) => (
          <button key={organization.id} type="submit" name="organizationId" value={organization.id}>
            {t('account.switchTo', { name: pick(organization, 'name', locale) })}
          </button>
        ))}
      </Form>
    </>
  )
}
