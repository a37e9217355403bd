import type { MailClass, ObligatoryMailClass } from '@market/domain/notifications'
import type { NoticeWriter } from './notice.ts'
import {
  amendmentDeclined,
  amendmentInForce,
  amendmentProposed,
  amendmentSigned,
  amendmentWithdrawn,
} from './notices/amendments.ts'
import { brokerageAgreed, brokerageEnded, brokerageProposed, brokerageRefused } from './notices/brokerages.ts'
import {
  contractConfirmed,
  contractReady,
  contractReopened,
  contractSigned,
  obligationDue,
  textAgreed,
  textWritten,
} from './notices/contracts.ts'
import {
  answerDeclined,
  answerReceived,
  answerTakenUp,
  needDigest,
  needExpired,
  needExpiring,
  needListingFound,
  needPublished,
  needReturned,
} from './notices/demands.ts'
import { confirmationCode, invitation, passwordReset, secondFactorChanged } from './notices/identity.ts'
import {
  messageSent,
  offerAccepted,
  offerMade,
  requestAccepted,
  requestDeclined,
  requestLapsed,
  requestReceived,
  requestWaiting,
} from './notices/licensing.ts'
import { listingExpired, listingExpiring, listingPublished, listingReturned } from './notices/listings.ts'
import { organizationDecided } from './notices/organizations.ts'
import {
  differencesFound,
  paymentCalled,
  paymentConfirmed,
  paymentDue,
  paymentRefunded,
  refundFailed,
  refundSent,
  royaltyReported,
  scheduleOpened,
  secondAwaited,
  transferRejected,
  transferSubmitted,
} from './notices/payments.ts'
import { noticeEnded, noticeEnding, noticeObjected, objectionAnswered } from './notices/public-notices.ts'
import { correctionRequested, decisionDue, registered, registrationRefused } from './notices/registration.ts'
import { listingFrozen, listingThawed, rightFeeDue } from './notices/rights.ts'

type AnyMailClass = MailClass | ObligatoryMailClass

/** Who is written to about which event, under the class a person may or may not end. */
const WRITERS: Record<AnyMailClass, Record<string, NoticeWriter>> = {
  security: {
    'password_reset.requested': passwordReset,
    'confirmation.code_requested': confirmationCode,
    'second_factor.changed': secondFactorChanged,
    'invitation.created': invitation,
  },
  signatures: {
    'contract.ready': contractReady,
    'contract.confirmed': contractConfirmed,
    'contract.signed': contractSigned,
    'contract.amendment_proposed': amendmentProposed,
    'contract.amendment_signed': amendmentSigned,
    'contract.amendment_declined': amendmentDeclined,
    'contract.amendment_withdrawn': amendmentWithdrawn,
    'contract.amendment_in_force': amendmentInForce,
  },
  decisions: {
    'organization.decided': organizationDecided,
    'registration.correction_requested': correctionRequested,
    'registration.refused': registrationRefused,
    'notice.objected': noticeObjected,
    'notice.objection_answered': objectionAnswered,
  },
  talks: {
    'request.submitted': requestReceived,
    'request.accepted': requestAccepted,
    'request.declined': requestDeclined,
    'request.lapsed': requestLapsed,
    'request.waiting': requestWaiting,
    'brokerage.proposed': brokerageProposed,
    'brokerage.agreed': brokerageAgreed,
    'brokerage.refused': brokerageRefused,
    'brokerage.ended': brokerageEnded,
    'message.sent': messageSent,
    'offer.made': offerMade,
    'offer.accepted': offerAccepted,
  },
  contracts: {
    'contract.text_written': textWritten,
    'contract.text_agreed': textAgreed,
    'contract.reopened': contractReopened,
    'contract.obligation_due': obligationDue,
    'notice.ending': noticeEnding,
    'notice.ended': noticeEnded,
  },
  money: {
    'payment.schedule_opened': scheduleOpened,
    'payment.call': paymentCalled,
    'payment.due_reminder': paymentDue,
    'payment.submitted': transferSubmitted,
    'payment.awaits_second': secondAwaited,
    'payment.confirmed': paymentConfirmed,
    'payment.rejected': transferRejected,
    'payment.refund_sent': refundSent,
    'payment.refunded': paymentRefunded,
    'payment.refund_failed': refundFailed,
    'payment.royalty_reported': royaltyReported,
    'payment.differences_found': differencesFound,
  },
  register: {
    'registration.due_soon': decisionDue,
    'registration.overdue': decisionDue,
    'registration.registered': registered,
  },
  listings: {
    'listing.returned': listingReturned,
    'listing.published': listingPublished,
    'listing.changed': listingPublished,
    'listing.frozen': listingFrozen,
    'listing.thawed': listingThawed,
    'right.fee_due': rightFeeDue,
    'listing.expiring': listingExpiring,
    'listing.expired': listingExpired,
  },
  needs: {
    'need.returned': needReturned,
    'need.published': needPublished,
    'need.expiring': needExpiring,
    'need.expired': needExpired,
    'need.digest': needDigest,
    'need.listing_found': needListingFound,
    'answer.received': answerReceived,
    'answer.decline': answerDeclined,
    'answer.take_up': answerTakenUp,
  },
}

interface Written {
  mailClass: AnyMailClass
  write: NoticeWriter
}

const BY_EVENT = new Map<string, Written>(
  Object.entries(WRITERS).flatMap(([mailClass, writers]) =>
    Object.entries(writers).map(([event, write]) => [event, { mailClass: mailClass as AnyMailClass, write }]),
  ),
)

/** Events somebody is written to about. */
export const NOTIFIED_EVENTS: readonly string[] = [...BY_EVENT.keys()]

/** How an event is told, and the class of its mails; undefined for one nobody is written to about. */
export const writerOf = (event: string): Written | undefined => BY_EVENT.get(event)
