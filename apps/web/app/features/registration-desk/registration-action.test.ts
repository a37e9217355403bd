import { describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { problemResponse } from '../../lib/api/problem.ts'
import { takeRegistrationStep } from './registration-action.server.ts'

type Sent = [method: string, path: string, body: unknown]

/** An API at hand: keeps what was sent, and refuses when told to. */
const apiThat = (sent: Sent[], refusal?: Parameters<typeof problemResponse>[0]): ApiClient =>
  ({
    sendOnly: async (method: string, path: string, body: unknown) => {
      sent.push([method, path, body])
      if (refusal) throw problemResponse(refusal)
    },
  }) as unknown as ApiClient

const formOf = (fields: [string, string][]): FormData => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

describe('takeRegistrationStep', () => {
  it('registers only what the examiner confirmed', async () => {
    const sent: Sent[] = []
    const problem = await takeRegistrationStep(apiThat(sent), 'r1', formOf([['intent', 'register']]))
    expect(problem?.details).toEqual({ problems: [{ path: 'confirmed', code: 'confirmation.required' }] })
    expect(sent).toEqual([])
  })

  it('sends the comments that were written, and no empty ones', async () => {
    const sent: Sent[] = []
    const form = formOf([
      ['intent', 'correction'],
      ['comment.title', ' '],
      ['comment.signedOn', '与末页不符'],
    ])
    await takeRegistrationStep(apiThat(sent), 'r1', form)
    const body = { comments: [{ field: 'signedOn', words: '与末页不符' }] }
    expect(sent).toEqual([['POST', '/api/registrations/r1/request-correction', body]])
  })

  it('shows the problem of a reason at the box of that reason', async () => {
    const problems = [{ path: 'reasons.1.words', code: 'field.required' }]
    const refusal = { status: 422, code: 'registration.reasons_invalid', details: { problems } }
    const form = formOf([
      ['intent', 'refuse'],
      ['confirmed', 'yes'],
      ['reasons', 'price_unclear'],
      ['reasons', 'other'],
    ])
    const problem = await takeRegistrationStep(apiThat([], refusal), 'r1', form)
    expect(problem?.details.problems).toEqual([{ path: 'words.other', code: 'field.required' }])
  })
})
