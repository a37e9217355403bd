import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { ownValue } from '../../lib/own-value.ts'
import { invalidForm, readForm, type TypedValues, typedValues } from '../../lib/read-form.ts'

export interface MemberResult {
  intent: string
  /** The member or invitation it was about. */
  subject: string
  problem: Problem
  typed: TypedValues
  roles: string[]
}

const PAGE = '/workspace/organization/members'

/** Changes, removes, invites or revokes, as the button says. */
export async function memberAction(api: ApiClient, organizationId: string, form: FormData, userId: string) {
  const read = readForm(form)
  const [intent, member, invitation] = [read.text('intent'), read.text('userId'), read.text('invitationId')]
  // Every member's form stands on one page, so each has its own name for the same field.
  const field = intent === 'change' ? `roles.${member}` : 'roles'
  const roles = read.all(field)
  const refused = (problem: Problem) => {
    const result = { intent, subject: member || invitation, problem, typed: typedValues(form), roles }
    return data<MemberResult>(result, { status: problem.status })
  }
  const organization = `/api/organizations/${organizationId}`
  const memberPath = `${organization}/members/${encodeURIComponent(member)}`
  const needsRoles = intent === 'change' || intent === 'invite'
  if (needsRoles && roles.length === 0) {
    return refused(invalidForm([{ path: field, code: 'role.required' }]))
  }
  const steps = {
    change: () => api.sendOnly('PATCH', memberPath, { roles }),
    remove: () => api.sendOnly('DELETE', memberPath),
    invite: () => api.sendOnly('POST', `${organization}/invitations`, { email: read.text('email'), roles }),
    revoke: () => api.sendOnly('DELETE', `/api/invitations/${encodeURIComponent(invitation)}`),
  }
  const work = ownValue(steps, intent)
  if (work === undefined) return refused({ status: 400, code: 'request.unreadable', details: {} })
  const answer = await attempt(work)
  if (!answer.ok) return refused(answer.problem)
  // Somebody who has left has no business on this page any more.
  if (intent === 'remove' && member === userId) return redirect('/workspace')
  return redirect(`${PAGE}?done=${intent}`)
}
