import type { ReactNode } from 'react'
import { Instant } from './day.tsx'
import classes from './timeline.module.css'

export interface TimelineEntry {
  id: string
  /** ISO instant. */
  at: string
  title: ReactNode
  /** Who did it. */
  by?: ReactNode
  body?: ReactNode
}

/** Who did what when, the newest first as given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.timeline}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className={classes.title}>{entry.title}</p>
          <p className={classes.meta}>
            <Instant at={entry.at} />
            {entry.by && <span>{entry.by}</span>}
          </p>
          {entry.body && <div className={classes.body}>{entry.body}</div>}
        </li>
      ))}
    </ol>
  )
}
