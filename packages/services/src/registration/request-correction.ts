import type { ServiceContext } from '../index.ts'
import type { RegistrationRecord } from './records.ts'
import { stepRegistration } from './step-registration.ts'

export interface RequestCorrectionInput {
  registrationId: string
  /** One per field of the form, or for 'documents'. */
  comments: { field: string; words: string }[]
}

/** Gives the form back with a comment per field; the clock stops until it is submitted and accepted again. */
export const requestCorrection = (
  context: ServiceContext,
  { registrationId, comments }: RequestCorrectionInput,
): Promise<RegistrationRecord> =>
  stepRegistration(context, {
    registrationId,
    command: 'request_correction',
    event: 'registration.correction_requested',
    change: async () => ({
      correctionComments: comments,
      acceptedAt: null,
      acceptedBy: null,
      dueOn: null,
      reviewSentBy: null,
    }),
  })
