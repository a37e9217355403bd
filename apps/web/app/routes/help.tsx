import { useTranslation } from 'react-i18next'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import classes from './help.module.css'

export default function Help() {
  const { t } = useTranslation('help')
  const steps = t('steps', { returnObjects: true })
  const questions = t('questions.items', { returnObjects: true })
  return (
    <>
      <PageHead title={t('title')} description={t('description')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <ol className={classes.steps}>
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <section className={classes.questions}>
        <h2>{t('questions.title')}</h2>
        {questions.map(({ q, a }) => (
          <details key={q}>
            <summary>{q}</summary>
            <p>{a}</p>
          </details>
        ))}
      </section>
    </>
  )
}
