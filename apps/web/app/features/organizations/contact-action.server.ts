import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { ownValue } from '../../lib/own-value.ts'
import { paths } from '../../lib/paths.ts'
import { readForm, type TypedValues, typedValues } from '../../lib/read-form.ts'

export interface ContactResult {
  intent: string
  contactId: string
  problem: Problem
  typed: TypedValues
}

const FIELDS = ['nameZh', 'nameEn', 'dutyZh', 'dutyEn', 'email', 'phone', 'visibility'] as const

/** Adds, changes or removes a contact, as the button says. */
export async function contactAction(api: ApiClient, form: FormData) {
  const read = readForm(form)
  const [intent, contactId] = [read.text('intent'), read.text('contactId')]
  const body = Object.fromEntries(FIELDS.map((field) => [field, read.text(field)]))
  const path = `/api/contacts/${encodeURIComponent(contactId)}`
  const refused = (problem: Problem) =>
    data<ContactResult>({ intent, contactId, problem, typed: typedValues(form) }, { status: problem.status })
  const steps = {
    create: () => api.sendOnly('POST', '/api/contacts', body),
    edit: () => api.sendOnly('PUT', path, body),
    remove: () => api.sendOnly('DELETE', path),
  }
  const work = ownValue(steps, intent)
  if (work === undefined) return refused({ status: 400, code: 'request.unreadable', details: {} })
  const answer = await attempt(work)
  return answer.ok ? redirect(`${paths.contacts}?done=${intent}`) : refused(answer.problem)
}
