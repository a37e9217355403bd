import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './link-tabs.module.css'

export interface LinkTab {
  key: string
  label: ReactNode
  to: string
}

interface LinkTabsProps {
  label: string
  tabs: readonly LinkTab[]
  current: string
}

/** Views of one list. Links, so that each has its own address. */
export function LinkTabs({ label, tabs, current }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={`${classes.tabs} no-print`}>
      {tabs.map((tab) => (
        <Link key={tab.key} to={tab.to} aria-current={tab.key === current ? 'page' : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
