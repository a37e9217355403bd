import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import classes from './shell.module.css'

/** Frame of every page: skip link, header, main, footer. */
export function PageShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('nav.skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <Footer />
    </div>
  )
}
