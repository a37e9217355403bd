import type { ListingEditing } from '@market/contracts/listings'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldIdOf } from '../../ui/form/field-problem.ts'
import { fieldProblemText } from '../../ui/use-problem-text.ts'
import classes from './editor.module.css'
import { problemsOfSection, SECTIONS } from './sections.ts'
import { useFieldName } from './use-field-name.ts'

type Problems = ListingEditing['problems']

/** What still keeps the text from being submitted, section by section; every item leads to its field. */
export function ProgressPanel({ problems }: { problems: Problems }) {
  const { t } = useTranslation('editor')
  return (
    <nav aria-label={t('progress.label')} className={classes.progress}>
      <p className={classes.progressHead} role="status">
        {problems.length === 0 ? t('progress.complete') : t('progress.missing', { count: problems.length })}
      </p>
      <ol className={classes.steps}>
        {SECTIONS.map(({ key }) => {
          const own = problemsOfSection(key, problems)
          return (
            <li key={key} data-done={own.length === 0 || undefined}>
              <a href={`#${key}`}>{t(`sections.${key}`)}</a>
              {own.length > 0 && (
                <span className={classes.count}>
                  <span className="visually-hidden">{t('progress.missing', { count: own.length })}</span>
                  <span aria-hidden="true">{own.length}</span>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {problems.length > 0 && (
        <details className={classes.missing}>
          <summary>{t('progress.list')}</summary>
          <ProblemList problems={problems} />
        </details>
      )}
    </nav>
  )
}

interface ProblemListProps {
  problems: Problems
  /** Address of the editor, when the fields are on another page. */
  base?: string
}

export function ProblemList({ problems, base = '' }: ProblemListProps) {
  const { i18n } = useTranslation()
  const nameOf = useFieldName()
  return (
    <ul className={classes.problems}>
      {problems.map(({ path, code, params }) => (
        <li key={`${path} ${code}`}>
          <a href={`${base}#${fieldIdOf(path)}`} onClick={focusTarget}>
            {nameOf(path)}
          </a>
          {code !== 'field.required' && <span>{fieldProblemText(i18n, code, params)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** A link to a group of fields puts the focus on the first of them, not only in their neighbourhood. */
function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  const control = target?.matches('input, select, textarea')
    ? target
    : target?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
  control?.focus({ preventScroll: true })
}
