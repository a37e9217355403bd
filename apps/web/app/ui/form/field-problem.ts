import { createContext, useCallback, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { fieldProblemText } from '../use-problem-text.ts'

/** The refusal of the last submission, for the fields of a form to find theirs. */
export const FormProblemContext = createContext<Problem | undefined>(undefined)

/** Which form of the page a field stands in: two of them may ask for the same path, and an id stands once. */
export const FieldScopeContext = createContext('')

/** Id of the control for a wire path: 'rights.0.number' → 'field-rights-0-number', after its form's scope where it has one. */
export function fieldIdOf(path: string, scope = ''): string {
  const words = [scope, path].map((part) => part.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, ''))
  return ['field', ...words].filter((part) => part !== '').join('-')
}

/** Finds the ids of controls in the form around it. */
export function useFieldIds(): (path: string) => string {
  const scope = useContext(FieldScopeContext)
  return useCallback((path) => fieldIdOf(path, scope), [scope])
}

/** The id of one control in the form around it. */
export function useFieldId(path: string): string {
  return useFieldIds()(path)
}

/** What the last submission said about this path, in words. */
export function useFieldProblem(path: string): string | undefined {
  const problem = useContext(FormProblemContext)
  const { i18n } = useTranslation()
  const found = fieldProblemsOf(problem).find((candidate) => candidate.path === path)
  return found && fieldProblemText(i18n, found.code, found.params)
}
