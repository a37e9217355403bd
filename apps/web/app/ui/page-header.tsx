import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './page-header.module.css'

interface PageHeaderProps {
  title: ReactNode
  /** One sentence that says what this page is for, or the state of the thing. */
  lead?: ReactNode
  /** Small line above the title: a badge, a number. */
  eyebrow?: ReactNode
  actions?: ReactNode
  trail?: readonly { label: string; to: string }[]
}

export function PageHeader({ title, lead, eyebrow, actions, trail }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      {trail && <Trail trail={trail} />}
      <div className={classes.row}>
        <div className={classes.words}>
          {eyebrow && <div className={classes.eyebrow}>{eyebrow}</div>}
          <h1>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
      </div>
    </header>
  )
}

function Trail({ trail }: { trail: NonNullable<PageHeaderProps['trail']> }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('breadcrumbs')} className={`${classes.trail} no-print`}>
      {trail.map((step) => (
        <Link key={step.to} to={step.to}>
          {step.label}
        </Link>
      ))}
    </nav>
  )
}
