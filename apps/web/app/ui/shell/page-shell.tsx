import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { useScripted } from '../../lib/use-scripted.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import classes from './shell.module.css'

/** Frame of every page: skip link, header, main (busy while another page or an answer is on its way), footer. */
export function PageShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { state } = useNavigation()
  const scripted = useScripted()
  return (
    <div className={classes.shell} data-scripted={scripted || undefined}>
      <a className={classes.skip} href="#content">
        {t('nav.skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1} aria-busy={state !== 'idle'} className={classes.main}>
        {children}
      </main>
      <Footer />
    </div>
  )
}
