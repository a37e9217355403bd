import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './figure.module.css'

interface FigureProps {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  /** Where the figure is explained; every public figure has one. */
  to?: string
}

/** One number as an annual report would set it. */
export function Figure({ label, value, note, to }: FigureProps) {
  return (
    <div className={classes.figure}>
      <p className={classes.label}>{label}</p>
      <p className={classes.value}>{to ? <Link to={to}>{value}</Link> : value}</p>
      {note && <p className={classes.note}>{note}</p>}
    </div>
  )
}

/** Figures side by side, a hairline between them. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}
