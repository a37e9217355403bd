import type { ReactNode } from 'react'
import classes from './form.module.css'

interface FormSectionProps {
  title: string
  description?: ReactNode
  children: ReactNode
  id?: string
}

/** A part of a long form: what it is about at the left, its fields at the right. */
export function FormSection({ title, description, children, id }: FormSectionProps) {
  return (
    <section id={id} className={classes.section}>
      <div>
        <h2>{title}</h2>
        {description && <div className={classes.description}>{description}</div>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
