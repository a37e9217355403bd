import type { Problem } from '../../../lib/api/problem.ts'
import { type FormReader, invalidForm } from '../../../lib/read-form.ts'

const STEPS = { 'agree-broker': 'agree', 'refuse-broker': 'refuse', 'end-broker': 'end' } as const
export type BrokerIntent = keyof typeof STEPS

export const isBrokerIntent = (intent: string): intent is BrokerIntent => Object.hasOwn(STEPS, intent)

/** The API call by which a brokerage is answered or ended. */
export const brokerCall = (intent: BrokerIntent, read: FormReader): { path: string } => ({
  path: `/api/brokerages/${encodeURIComponent(read.text('brokerageId'))}/${STEPS[intent]}`,
})

/** The proposal of a broker as the API wants it, or what cannot be read in it. */
export const proposalCall = (
  requestBase: string,
  read: FormReader,
): { path: string; body: unknown } | Problem => {
  const commission = {
    payer: read.text('commission.payer'),
    ratePercent: read.number('commission.ratePercent'),
    amountFen: read.yuan('commission.amountFen'),
  }
  const organizationId = read.choice('organizationId')
  if (organizationId === null) read.problems.push({ path: 'organizationId', code: 'field.required' })
  if (read.problems.length > 0) return invalidForm(read.problems)
  return {
    path: `${requestBase}/brokerages`,
    body: { organizationId, commission, words: read.text('words') },
  }
}
