import type { ReactNode } from 'react'
import classes from './action-panel.module.css'

interface ActionPanelProps {
  label: ReactNode
  /** The step that leads on, one among others, or one that hurts. */
  tone?: 'primary' | 'plain' | 'grave'
  /** Open from the start: after a refusal, the form must be in sight. */
  open?: boolean
  id?: string
  children: ReactNode
}

/**
 * A step that asks before it is taken: a button that opens what is to be filled in or confirmed. It works without
 * JavaScript, and panels of one group close each other.
 */
export function ActionPanel({ label, tone = 'plain', open, id, children }: ActionPanelProps) {
  return (
    <details className={classes.panel} data-tone={tone} id={id} open={open} name="step">
      <summary>{label}</summary>
      <div className={classes.body}>{children}</div>
    </details>
  )
}

/** Steps one below the other; an open one takes the whole width. */
export function ActionPanels({ children }: { children: ReactNode }) {
  return <div className={`${classes.panels} no-print`}>{children}</div>
}
