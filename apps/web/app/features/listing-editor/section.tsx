import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './editor.module.css'
import type { SectionKey } from './sections.ts'

interface SectionProps {
  name: SectionKey
  children: ReactNode
}

/** One part of the editor under its heading, with a word on what it is for. */
export function Section({ name, children }: SectionProps) {
  const { t } = useTranslation('editor')
  return (
    <section id={name} className={classes.section} aria-labelledby={`${name}-heading`}>
      <h2 id={`${name}-heading`}>{t(`sections.${name}`)}</h2>
      <p className={classes.hint}>{t(`hints.${name}`)}</p>
      {children}
    </section>
  )
}
