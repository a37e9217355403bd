import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { useRootData } from '../../lib/root-data.ts'
import classes from './shell.module.css'

export function Footer() {
  const { t } = useTranslation()
  const site = useRootData()?.site
  const city = (useLocale() === 'en' ? site?.cityEn : site?.cityZh) ?? ''
  return (
    <footer className={`${classes.footer} no-print`}>
      <div className={classes.footerInner}>
        <p>{t('footer.purpose', { city })}</p>
        <nav aria-label={t('footer.label')}>
          <Link to="/help">{t('footer.help')}</Link>
          <Link to="/plans">{t('footer.plans')}</Link>
          <Link to="/notices">{t('footer.notices')}</Link>
          <Link to="/certificates">{t('footer.certificates')}</Link>
          <a href="/api/docs">{t('footer.api')}</a>
        </nav>
        <p className={classes.footerNote}>{t('footer.note')}</p>
      </div>
    </footer>
  )
}
