import type { EventRow } from '@market/database'
import { LETTERS, type Letter } from './letters/index.ts'
import type { MailContext, Notice, NoticeWriter, Recipient } from './notice.ts'
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

const WRITERS: Record<string, NoticeWriter> = {
  'password_reset.requested': passwordReset,
  'confirmation.code_requested': confirmationCode,
  'second_factor.changed': secondFactorChanged,
  'invitation.created': invitation,
  'organization.decided': organizationDecided,
  'listing.returned': listingReturned,
  'listing.published': listingPublished,
  'listing.changed': listingPublished,
  'listing.frozen': listingFrozen,
  'listing.thawed': listingThawed,
  'right.fee_due': rightFeeDue,
  'need.returned': needReturned,
  'need.published': needPublished,
  'need.expiring': needExpiring,
  'need.expired': needExpired,
  'need.digest': needDigest,
  'need.listing_found': needListingFound,
  'answer.received': answerReceived,
  'answer.decline': answerDeclined,
  'answer.take_up': answerTakenUp,
  'listing.expiring': listingExpiring,
  'listing.expired': listingExpired,
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
  'contract.text_written': textWritten,
  'contract.text_agreed': textAgreed,
  'contract.ready': contractReady,
  'contract.reopened': contractReopened,
  'contract.confirmed': contractConfirmed,
  'contract.signed': contractSigned,
  'notice.objected': noticeObjected,
  'notice.objection_answered': objectionAnswered,
  'notice.ending': noticeEnding,
  'notice.ended': noticeEnded,
  'contract.obligation_due': obligationDue,
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
  'registration.correction_requested': correctionRequested,
  'registration.due_soon': decisionDue,
  'registration.overdue': decisionDue,
  'registration.refused': registrationRefused,
  'registration.registered': registered,
}

/** Events somebody is written to about. */
export const NOTIFIED_EVENTS: readonly string[] = Object.keys(WRITERS)

export interface Mail {
  /** The same whenever the event is delivered again, so that a second copy can be recognised. */
  id: string
  to: string
  subject: string
  text: string
  /** Where the reader's mail program may end these mails by one request (RFC 8058). */
  unsubscribeUrl?: string
}

/** A letter as the text of a mail. */
export const textOf = (
  letter: Letter,
  recipient: Pick<Recipient, 'name' | 'locale'>,
  url: string,
): string => {
  const { greeting, signature } = LETTERS[recipient.locale]
  const colon = recipient.locale === 'en' ? ':' : '：'
  const link = `${letter.linkLabel}${colon}\n${url}`
  return [greeting(recipient.name), ...letter.paragraphs, link, signature].join('\n\n')
}

const NEWS_DAYS = 30

/** A history that is brought in, or a worker that was away for weeks, must not flood people with what they know. */
const isNews = ({ clock }: MailContext, { occurredAt }: EventRow): boolean =>
  clock.now().getTime() - occurredAt.getTime() <= NEWS_DAYS * 86_400_000

/** Whom an event is worth telling, and what. */
export const noticesOf = async (context: MailContext, event: EventRow): Promise<Notice[]> => {
  const writer = WRITERS[event.type]
  return writer && isNews(context, event) ? writer(context, event) : []
}

/** The mails an event calls for, each in its reader's language; a person who is told twice is told once. */
export const writeMails = async (context: MailContext, event: EventRow): Promise<Mail[]> => {
  const notices = await noticesOf(context, event)
  const mails = new Map<string, Mail>()
  for (const { to, path, write } of notices) {
    for (const recipient of to) {
      if (mails.has(recipient.userId)) continue
      const letter = write(LETTERS[recipient.locale], recipient.locale)
      mails.set(recipient.userId, {
        id: `${event.id}-${recipient.userId}`,
        to: recipient.email,
        subject: letter.subject,
        text: `${textOf(letter, recipient, `${context.publicUrl}${path}`)}\n`,
      })
    }
  }
  return [...mails.values()]
}
