import { TakenUp } from '@market/contracts/demands'
import { z } from 'zod'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { invalidForm, readForm } from '../../lib/read-form.ts'

interface Taken {
  problem?: Problem
  /** The request that begins. */
  requestId?: string
}

/** Takes a step with an answer; the refusal, if there is one, is in the result. */
export async function takeAnswerStep(api: ApiClient, form: FormData): Promise<Taken> {
  const read = readForm(form)
  const base = `/api/need-answers/${encodeURIComponent(read.text('answerId'))}`
  const intent = read.text('intent')
  if (intent === 'take-up') {
    const body = {
      message: read.text('message'),
      ...(read.choice('transferMode') === null ? {} : { transferMode: read.text('transferMode') }),
      fieldOfUse: read.text('fieldOfUse'),
      territory: read.text('territory'),
      termMonths: read.number('termMonths'),
    }
    const answer = await attempt(() => api.send('POST', `${base}/take-up`, body, TakenUp))
    return answer.ok ? { requestId: answer.value.requestId } : { problem: answer.problem }
  }
  if (!['shortlist', 'withdraw', 'decline'].includes(intent)) {
    return { problem: invalidForm([{ path: 'intent', code: 'field.invalid_value' }]) }
  }
  const body = intent === 'decline' ? { reason: read.choice('reason'), words: read.text('words') } : undefined
  const answer = await attempt(() => api.send('POST', `${base}/${intent}`, body, z.unknown()))
  return answer.ok ? {} : { problem: answer.problem }
}
