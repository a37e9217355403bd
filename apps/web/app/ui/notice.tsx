import type { ReactNode, Ref } from 'react'
import classes from './notice.module.css'

interface NoticeProps {
  tone?: 'info' | 'done' | 'needs-you' | 'refused'
  title?: ReactNode
  children?: ReactNode
  id?: string
  /** Given when the message is to take the focus. */
  ref?: Ref<HTMLDivElement>
}

/** A message on the page. Refusals are announced at once, the rest politely. */
export function Notice({ tone = 'info', title, children, id, ref }: NoticeProps) {
  return (
    <div
      id={id}
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      className={classes.notice}
      data-tone={tone}
      role={tone === 'refused' ? 'alert' : 'status'}
    >
      {title && <p className={classes.title}>{title}</p>}
      {children}
    </div>
  )
}
