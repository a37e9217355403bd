import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { errors as source } from '../zh-CN/errors.ts'

/** One sentence per refusal code: what happened, and what to do. */
export const errors: Translation<typeof source> = {
  title: 'That did not work',
  fieldsTitle: '{{count}} to correct; everything you entered is still here:',
  reference: 'If you contact us, please quote {{requestId}}.',
  internal: 'Something went wrong on our side and has been recorded. Please try again later.',
  byStatus: {
    '400': 'The request could not be read. Please go back and try again.',
    '401': 'Please log in first.',
    '403': "Your account may not do this. Your organization's owner can change that.",
    '404': 'There is nothing here, or you may not see it.',
    '409': 'This record has just been changed. Reload the page and try again.',
    '412': 'This is not possible yet: an earlier step is still open.',
    '413': 'The file is too large. Please compress or split it.',
    '422': 'Some entries need to be corrected.',
    '429': 'Too many attempts. Please wait a moment and try again.',
    '503': 'The service is not answering, and nothing was submitted. Please try again shortly.',
  },
  service: { unavailable: 'The service is not answering. Please try again shortly.' },
  request: { invalid: 'Some entries need to be corrected.', not_found: 'There is nothing at this address.' },
  policy: { forbidden: "Your account may not do this. Your organization's owner can change that." },
  session: { required: 'Please log in first.', expired: 'Your session has ended. Please log in again.' },
  organization: { not_verified: 'Your organization is not verified yet. You can go on once it is.' },
}
