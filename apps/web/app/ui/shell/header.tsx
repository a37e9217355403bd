import { useTranslation } from 'react-i18next'
import { Link, NavLink, useLocation } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { useRootData } from '../../lib/root-data.ts'
import { Mark } from '../mark.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import { Preferences } from './preferences.tsx'
import { SearchField } from './search-field.tsx'
import classes from './shell.module.css'

export function Header() {
  const root = useRootData()
  const locale = useLocale()
  const { pathname } = useLocation()
  const hasOwnSearch = pathname === '/' || pathname === '/search'
  const name = locale === 'en' ? root?.site.nameEn : root?.site.nameZh
  return (
    <header className={`${classes.header} no-print`}>
      <div className={classes.bar}>
        <Link to="/" className={classes.brand}>
          <Mark />
          <span>{name}</span>
        </Link>
        {hasOwnSearch ? <span className={classes.grow} /> : <SearchField className={classes.headerSearch} />}
        <div className={classes.tools}>
          <Preferences />
          {root?.user && <Bell unread={root.unread} />}
          <AccountMenu user={root?.user ?? null} />
        </div>
        <Navigation loggedIn={root?.user != null} />
      </div>
    </header>
  )
}

function Navigation({ loggedIn }: { loggedIn: boolean }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      <NavLink to="/search">{t('nav.search')}</NavLink>
      <NavLink to="/needs">{t('nav.needs')}</NavLink>
      <NavLink to="/organizations">{t('nav.organizations')}</NavLink>
      <NavLink to="/plans">{t('nav.plans')}</NavLink>
      <NavLink to="/certificates">{t('nav.certificates')}</NavLink>
      {loggedIn && (
        <NavLink to="/workspace" className={`${classes.narrowOnly}`}>
          {t('nav.workspace')}
        </NavLink>
      )}
    </nav>
  )
}
