import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldProblemsOf, type Problem } from '../lib/api/problem.ts'
import { colonIn } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { useFieldIds } from './form/field-problem.ts'
import { Notice } from './notice.tsx'
import { fieldProblemText, problemText } from './use-problem-text.ts'

/** The refusal of a form at its head, which takes the focus; each field's problem links to its field. */
export function ErrorSummary({ problem }: { problem: Problem | undefined }) {
  const { t, i18n } = useTranslation('errors')
  const colon = colonIn(useLocale())
  const fieldIdOf = useFieldIds()
  const notice = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Record<string, string>>({})
  useEffect(() => {
    if (problem === undefined) return
    setLabels(labelsOf(fieldProblemsOf(problem), fieldIdOf))
    notice.current?.focus()
  }, [problem, fieldIdOf])
  if (problem === undefined) return null
  const fields = fieldProblemsOf(problem)
  if (fields.length === 0) {
    return (
      <Notice ref={notice} tone="refused" title={t('title')}>
        {problemText(i18n, problem)}
      </Notice>
    )
  }
  return (
    <Notice ref={notice} tone="refused" title={t('fieldsTitle', { count: fields.length })}>
      <ul>
        {fields.map((field) => (
          <li key={`${field.path}:${field.code}`}>
            <a href={`#${fieldIdOf(field.path)}`}>
              {labels[field.path] && labels[field.path] + colon}
              {fieldProblemText(i18n, field.code, field.params)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What the page itself calls these fields. A comfort: the links lead there without it. */
function labelsOf(
  problems: readonly { path: string }[],
  fieldIdOf: (path: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ path }) => {
      const id = fieldIdOf(path)
      const label = document.querySelector(`label[for="${id}"], #${id} > legend`)
      return [path, label?.firstChild?.textContent?.trim() ?? '']
    }),
  )
}
