import type { ReactNode } from 'react'
import classes from './account-page.module.css'

interface AccountPageProps {
  title: string
  lead: string
  children: ReactNode
  /** Ways out: to the other form. */
  aside?: ReactNode
}

/** The narrow page of the account forms. */
export function AccountPage({ title, lead, children, aside }: AccountPageProps) {
  return (
    <div className={classes.page}>
      <h1>{title}</h1>
      <p className={classes.lead}>{lead}</p>
      {children}
      {aside && <div className={classes.aside}>{aside}</div>}
    </div>
  )
}
