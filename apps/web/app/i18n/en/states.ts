import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { states as source } from '../zh-CN/states.ts'

export const states: Translation<typeof source> = {
  listing: {
    draft: 'Draft',
    submitted: 'In review',
    published: 'Published',
    under_negotiation: 'In talks',
    transferred: 'Transferred',
    withdrawn: 'Withdrawn',
    expired: 'Lapsed',
  },
  request: {
    submitted: 'Awaiting answer',
    accepted: 'Accepted for talks',
    negotiating: 'Negotiating',
    agreed: 'Agreed',
    contracted: 'Contract drafted',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    lapsed: 'Lapsed unanswered',
  },
  offer: {
    open: 'Awaiting the other side',
    accepted: 'Accepted',
    superseded: 'Superseded',
    withdrawn: 'Withdrawn',
  },
  contract: {
    draft: 'Draft',
    ready: 'Ready to sign',
    signed: 'Signed',
    in_force: 'In force',
    performed: 'Performed',
    terminated: 'Terminated',
    expired: 'Expired',
  },
  registration: {
    draft: 'Draft',
    submitted: 'Submitted',
    accepted: 'Accepted',
    correction_requested: 'Correction requested',
    under_review: 'Under review',
    registered: 'Registered',
    refused: 'Refused',
  },
  certificate: { valid: 'Valid', changed: 'Changed', cancelled: 'Cancelled', revoked: 'Revoked' },
  organization: {
    pending: 'Awaiting verification',
    verified: 'Verified',
    rejected: 'Not verified',
    suspended: 'Suspended',
  },
  invitation: { pending: 'Pending', accepted: 'Accepted', revoked: 'Revoked', expired: 'Expired' },
}
