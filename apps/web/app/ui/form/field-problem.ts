import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { fieldProblemText } from '../use-problem-text.ts'

/** The refusal of the last submission, for the fields of a form to find theirs. */
export const FormProblemContext = createContext<Problem | undefined>(undefined)

/** Id of the control for a wire path: 'rights.0.number' → 'field-rights-0-number'. */
export function fieldIdOf(path: string): string {
  return `field-${path.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
}

/** What the last submission said about this path, in words. */
export function useFieldProblem(path: string): string | undefined {
  const problem = useContext(FormProblemContext)
  const { i18n } = useTranslation()
  const found = fieldProblemsOf(problem).find((candidate) => candidate.path === path)
  return found && fieldProblemText(i18n, found.code, found.params)
}
