import type { ServiceContext } from '../index.ts'
import { NOBODY } from './assign-registration.ts'
import type { RegistrationRecord } from './records.ts'
import { stepRegistration } from './step-registration.ts'

/** The first examiner is content and a second person is to look. Refuses with `registration.wrong_state`. */
export const sendToReview = (context: ServiceContext, registrationId: string): Promise<RegistrationRecord> =>
  stepRegistration(context, {
    registrationId,
    command: 'send_to_review',
    event: 'registration.sent_to_review',
    change: async ({ assignedTo }, _unit, { userId }) => ({
      reviewSentBy: userId,
      // The second examiner is somebody else.
      ...(assignedTo === userId ? NOBODY : {}),
    }),
  })
