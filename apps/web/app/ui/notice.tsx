import type { ReactNode } from 'react'
import classes from './notice.module.css'

interface NoticeProps {
  tone?: 'info' | 'done' | 'needs-you' | 'refused'
  title?: ReactNode
  children?: ReactNode
  id?: string
}

/** A message on the page. Refusals are announced at once, the rest politely. */
export function Notice({ tone = 'info', title, children, id }: NoticeProps) {
  return (
    <div id={id} className={classes.notice} data-tone={tone} role={tone === 'refused' ? 'alert' : 'status'}>
      {title && <p className={classes.title}>{title}</p>}
      {children}
    </div>
  )
}
