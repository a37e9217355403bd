import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../lib/api/problem.ts'
import { namesOfKinds } from '../lib/file-kinds.ts'

/** The catalogue's sentence for a code of the API; undefined when it has none. */
function sentenceOf(i18n: i18n, code: string, params: Record<string, unknown>): string | undefined {
  if (code === '') return undefined
  const key = `errors:${code}`
  const text: unknown = i18n.exists(key) ? i18n.t(key as 'errors:internal', params) : undefined
  return typeof text === 'string' ? text : undefined
}

/** A refusal in words: by its code, else by its status. */
export function problemText(i18n: i18n, problem: Problem): string {
  const byCode = sentenceOf(i18n, problem.code, problem.details)
  const byStatus = sentenceOf(i18n, `byStatus.${problem.status}`, problem.details)
  return byCode ?? byStatus ?? i18n.t('errors:internal')
}

/** One field's problem in words. */
export function fieldProblemText(i18n: i18n, code: string, params: Record<string, unknown> = {}): string {
  const { allowed } = params
  if (Array.isArray(allowed)) {
    const listed = sentenceOf(i18n, `${code}_listed`, { kinds: namesOfKinds(allowed) })
    if (listed !== undefined) return listed
  }
  return (
    sentenceOf(i18n, preciseCode(code, params), params) ??
    sentenceOf(i18n, code, params) ??
    i18n.t('errors:request.invalid')
  )
}

/** 'Too small' is said of texts, lists and numbers alike; people are told which, and that an empty field is empty. */
function preciseCode(code: string, { origin, minimum }: Record<string, unknown>): string {
  if (code === 'field.too_small' && origin === 'string' && minimum === 1) return 'field.required'
  return origin === undefined ? code : `${code}_${origin}`
}

export function useProblemText(problem: Problem): string {
  const { i18n } = useTranslation()
  return problemText(i18n, problem)
}
