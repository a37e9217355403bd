import type { ServiceContext } from '../index.ts'
import { keepPrecheck, precheckForm } from './precheck.ts'
import { dueOnWhenAccepted } from './procedure.ts'
import type { RegistrationRecord } from './records.ts'
import { stepRegistration } from './step-registration.ts'

/** Takes the filing up for examination and pre-checks it anew: the regime's days run from now. Refuses with `registration.wrong_state`. */
export const acceptRegistration = (
  context: ServiceContext,
  registrationId: string,
): Promise<RegistrationRecord> =>
  stepRegistration(context, {
    registrationId,
    command: 'accept',
    event: 'registration.accepted',
    change: async (before, { now }, { userId }) => ({
      acceptedAt: now,
      acceptedBy: userId,
      dueOn: dueOnWhenAccepted(before, now),
    }),
    follow: async (after, unit, { userId }) => {
      const findings = await precheckForm(unit.tx, after, 'review', unit.now)
      await keepPrecheck(unit, after, { stage: 'review', findings, checkedBy: userId })
    },
  })
