/** A mail before it has an address: the link stands under the paragraphs, with its label. */
export interface Letter {
  subject: string
  paragraphs: string[]
  linkLabel: string
}

/** Somebody's words, quoted as they are; empty when nothing was said. */
type Words = string

/** A listing a saved search found, in the reader's language. */
export interface FoundListing {
  title: string
  owner: string
  /** Published before; this is a new version. */
  changed: boolean
  url: string
}

/** What a listing is to somebody who is told of it: their own, one they ask for, or one they kept as a favourite. */
export type ListingReader = 'owner' | 'requester' | 'keeper'

/** One amount of a contract's payment schedule; its reference is what a transfer has to name. */
export interface DueAmount {
  line: string
  amount: string
  /** Empty until the seller calls for it. */
  dueOn: string
  reference: string
}

/** A contract, told to one side of it. */
interface Dealing {
  contract: string
  /** The other side. */
  organization: string
}

/** One reason of a refusal, with the registrar's words and what puts it right. */
export interface Todo {
  reason: string
  words: Words
  remedy: string
}

export interface BrokerageFacts {
  listing: string
  /** Who moved. */
  organization: string
  broker: string
  /** What the broker gets, and from whom. */
  commission: string
}

/** Notifications of one class in a digest. */
export interface DigestGroup {
  kind: string
  lines: readonly { title: string; url: string }[]
}

export const countOf = (groups: readonly DigestGroup[]): number =>
  groups.reduce((count, { lines }) => count + lines.length, 0)

/** Every mail the market sends, in one language. Names arrive in the reader's language already. */
export type AmendmentStep = 'proposed' | 'signed' | 'in_force' | 'declined' | 'withdrawn' | 'to_register'

export interface AmendmentMove {
  number: number
  title: string
  step: AmendmentStep
  /** Why it was declined; empty otherwise. */
  reason: string
}

export interface Letters {
  greeting(name: string): string
  signature: string
  /** Stands under the signature: how to change or end such mails; `kind` is null for the daily digest. */
  waysOut(facts: { kind: string | null; settingsUrl: string; unsubscribeUrl: string }): string
  /** What a day brought; `more` were told inside the market and are not listed. */
  digest(facts: { day: string; groups: readonly DigestGroup[]; more: number }): Letter
  passwordReset(facts: { minutes: number }): Letter
  confirmationCode(facts: { code: string; minutes: number }): Letter
  secondFactorChanged(facts: { added: boolean }): Letter
  invitation(facts: { organization: string; inviter: string; roles: string[]; expiresOn: string }): Letter
  organizationVerified(facts: { organization: string }): Letter
  organizationRejected(facts: { organization: string; reason: Words }): Letter
  organizationSuspended(facts: { organization: string; reason: Words }): Letter
  listingReturned(facts: { listing: string; reasons: string[] }): Letter
  listingPublished(facts: { listing: string; version: number }): Letter
  listingFrozen(facts: { listing: string; right: string; reason: string; reader: ListingReader }): Letter
  listingThawed(facts: { listing: string; reader: ListingReader }): Letter
  rightFeeDue(facts: {
    right: string
    patentYear: number
    dueOn: string
    graceEndsOn: string
    surchargePercent: number
    late: boolean
  }): Letter
  needReturned(facts: { need: string; reasons: string[] }): Letter
  needPublished(facts: { need: string }): Letter
  needExpiring(facts: { need: string; deadlineOn: string }): Letter
  needExpired(facts: { need: string }): Letter
  needDigest(facts: { needs: string[] }): Letter
  needListingFound(facts: { need: string; listing: string; organization: string }): Letter
  answerReceived(facts: { need: string; organization: string }): Letter
  answerDeclined(facts: { need: string; reason: string; words: Words }): Letter
  answerTakenUp(facts: { need: string }): Letter
  listingExpiring(facts: { listing: string; expiresOn: string; days: number }): Letter
  listingExpired(facts: { listing: string; expiresOn: string }): Letter
  requestReceived(facts: { listing: string; organization: string; mode: string; message: Words }): Letter
  requestAccepted(facts: { listing: string; organization: string }): Letter
  requestDeclined(facts: { listing: string; organization: string; reason: string; words: Words }): Letter
  requestLapsed(facts: { listing: string; organization: string; silence: boolean }): Letter
  requestWaiting(facts: {
    listing: string
    organization: string
    lapsesOn: string
    unanswered: boolean
  }): Letter
  brokerageProposed(facts: BrokerageFacts): Letter
  brokerageAgreed(facts: BrokerageFacts): Letter
  brokerageRefused(facts: BrokerageFacts): Letter
  brokerageEnded(facts: BrokerageFacts): Letter
  messageSent(facts: { listing: string; organization: string; message: Words }): Letter
  offerMade(facts: { listing: string; organization: string; version: number; total: string }): Letter
  offerAccepted(facts: { listing: string; organization: string; total: string }): Letter
  /** `counter`: put forward instead of taking the reader's version. */
  contractTextWaiting(facts: Dealing & { version: number; note: Words; counter: boolean }): Letter
  contractTextAgreed(facts: Dealing & { version: number }): Letter
  contractReopened(facts: Dealing): Letter
  /** `here`: both sides agreed on a text of the market's, which can be signed on the page. */
  contractReady(facts: Dealing & { here: boolean }): Letter
  signatureAwaited(facts: Dealing): Letter
  noticeObjected(facts: { notice: string; body: Words }): Letter
  noticeEnding(facts: { notice: string; endsOn: string; open: number }): Letter
  noticeEnded(facts: { notice: string; open: number }): Letter
  objectionAnswered(facts: { notice: string; upheld: boolean; answer: Words }): Letter
  contractSigned(facts: Dealing & { signedOn: string }): Letter
  amendmentMoved(facts: Dealing & AmendmentMove): Letter
  scheduleOpened(facts: Dealing & { amounts: readonly DueAmount[] }): Letter
  paymentCalled(facts: Dealing & DueAmount): Letter
  /** Days left are below zero once it is late. */
  paymentDue(facts: Dealing & DueAmount & { daysLeft: number }): Letter
  /** `what` and its day; days left are below zero once it is late. */
  obligationDue(facts: Dealing & { what: string; dueOn: string; daysLeft: number }): Letter
  transferSubmitted(facts: Dealing & { line: string; amount: string; paidOn: string }): Letter
  secondAwaited(facts: Dealing & { line: string; amount: string }): Letter
  /** `received`: to the one who received it, else to the one who paid. */
  paymentConfirmed(
    facts: Dealing & { line: string; amount: string; paidOn: string; received: boolean },
  ): Letter
  transferRejected(facts: Dealing & { line: string; amount: string; reason: Words }): Letter
  refundSent(facts: Dealing & { amount: string; reason: Words }): Letter
  paymentRefunded(facts: Dealing & { amount: string; reason: Words }): Letter
  refundFailed(facts: Dealing & { amount: string }): Letter
  royaltyReported(
    facts: Dealing & { periodFrom: string; periodTo: string; sales: string; amount: string },
  ): Letter
  differencesFound(facts: { open: number }): Letter
  correctionRequested(facts: { contract: string; comments: string[] }): Letter
  decisionDue(facts: { contract: string; dueOn: string; days: number; working: boolean }): Letter
  registrationRefused(facts: { contract: string; todos: readonly Todo[] }): Letter
  savedSearchFound(facts: {
    search: string
    found: readonly FoundListing[]
    /** Found besides and not listed. */
    more: number
    settingsUrl: string
    unsubscribeUrl: string
  }): Letter
  registered(facts: { contract: string; number: string; registeredOn: string; amount: string }): Letter
}
