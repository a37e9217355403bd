import type { ReactNode } from 'react'
import classes from './facts.module.css'

interface FactProps {
  label: ReactNode
  children: ReactNode
}

/** A list of facts; in a rail it stands in a column of its own (see `Rail`). */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

export function Fact({ label, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface WithRailProps {
  /** The one thing to do: over the rail, and before the article on a phone. */
  action?: ReactNode
  rail: ReactNode
  children: ReactNode
}

/** An article with a rail of facts at its side; the rail goes below the first screen on a phone. */
export function WithRail({ action, rail, children }: WithRailProps) {
  return (
    <div className={classes.withRail}>
      {action && <div className={classes.action}>{action}</div>}
      <div className={classes.article}>{children}</div>
      <aside className={classes.rail}>{rail}</aside>
    </div>
  )
}
