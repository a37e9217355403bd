import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './record-list.module.css'

interface RecordRowProps {
  to: string
  title: ReactNode
  /** What is asked of the reader, in a word or two. */
  need?: ReactNode
  badge?: ReactNode
  meta?: ReactNode
  figure?: ReactNode
  note?: ReactNode
}

/** Records as rows a person can scan: what it is, what it waits for, how much, since when. */
export function RecordList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}

export function RecordRow({ to, title, need, badge, meta, figure, note }: RecordRowProps) {
  return (
    <li className={classes.row} data-waiting={need !== undefined || undefined}>
      <div>
        <p className={classes.title}>
          <Link to={to}>{title}</Link>
        </p>
        {meta && <p className={classes.meta}>{meta}</p>}
      </div>
      <div className={classes.side}>
        {need && <p className={classes.need}>{need}</p>}
        {badge}
        {figure && <p className={classes.figure}>{figure}</p>}
        {note && <p className={classes.note}>{note}</p>}
      </div>
    </li>
  )
}
