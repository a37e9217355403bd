import type { OrganizationKind, Role } from '../index.ts'
import { anyone, type Grant, members, signedIn } from './rule.ts'

const SELLERS: readonly OrganizationKind[] = ['university', 'institute', 'company', 'provider']
const REQUESTERS: readonly OrganizationKind[] = ['company', 'institute', 'university', 'provider']
const OVERSEERS: readonly OrganizationKind[] = ['operator', 'authority']
const POSTERS: readonly Role[] = ['editor', 'negotiator']
const DEALERS: readonly Role[] = ['negotiator']
const DRAFTERS: readonly Role[] = ['negotiator', 'signatory', 'editor']
const FILERS: readonly Role[] = ['editor', 'negotiator']

const ownOwner = members({ relations: ['own'], roles: ['owner'] })
const ownMember = members({ relations: ['own'] })
const partyMember = members({ relations: ['party'] })
const brokerMember = members({ relations: ['broker'] })
const agencyMember = members({ relations: ['agency'] })
const operatorReviewer = members({ organizationKinds: ['operator'], roles: ['reviewer'] })
const ownPerson = signedIn({ relations: ['self'] })
const overseer = members({ organizationKinds: OVERSEERS })
const ownEditor = members({ organizationKinds: SELLERS, relations: ['own'], roles: ['editor'] })
const ownPoster = members({ organizationKinds: REQUESTERS, relations: ['own'], roles: POSTERS })
const agencyFiler = members({
  organizationKinds: ['agency'],
  relations: ['agency'],
  roles: FILERS,
  verified: true,
})
const partyDealer = members({ relations: ['party'], roles: DEALERS, verified: true })

// The person who filed never examines, not even as an owner of the same agency.
const examiners: readonly Grant[] = [
  members({
    organizationKinds: ['agency'],
    relations: ['agency'],
    roles: ['registrar'],
    except: ['filer'],
    verified: true,
  }),
  members({ organizationKinds: OVERSEERS, roles: ['registrar'], except: ['filer'], verified: true }),
]

const registeringAgency = members({ organizationKinds: ['agency'], roles: ['registrar'], verified: true })

const payer = members({ relations: ['buyer'], roles: ['finance'], verified: true })
const receiver = members({ relations: ['seller'], roles: ['finance'], verified: true })
/** Who splits income with inventors, and nobody else reads how. */
const rewarder = members({ relations: ['seller'], roles: ['finance', 'negotiator', 'signatory'] })
const ownFinance = members({ relations: ['own'], roles: ['finance'], verified: true })

/** Every action of the market and the ways of being allowed it. `subject.read` decides 403 or 404 for the rest. */
export const POLICY = {
  'account.read': [signedIn()],
  'account.switch_organization': [signedIn()],
  'account.confirm': [signedIn()],
  'account.change_second_factors': [signedIn()],

  'organization.read': [anyone({ relations: ['public'] }), ownMember, overseer],
  'organization.list_all': [overseer],
  'organization.create': [signedIn()],
  'organization.edit': [ownOwner],
  'organization.resubmit': [ownOwner],
  'organization.verify': [operatorReviewer],
  'organization.reject': [operatorReviewer],
  'organization.suspend': [operatorReviewer],
  'organization.restore': [operatorReviewer],

  'contact.read': [ownMember],
  'contact.create': [members({ relations: ['own'], roles: ['editor'] })],
  'contact.edit': [members({ relations: ['own'], roles: ['editor'] })],
  'contact.remove': [members({ relations: ['own'], roles: ['editor'] })],

  'bulk_edit.read': [ownMember],
  'bulk_edit.undo': [ownEditor],

  'member.read': [ownMember, operatorReviewer, signedIn({ relations: ['self'] })],
  'member.change': [ownOwner],
  'member.remove': [ownOwner, signedIn({ relations: ['self'] })],

  'invitation.read': [ownMember, signedIn({ relations: ['invited'] })],
  'invitation.create': [ownOwner],
  'invitation.revoke': [ownOwner],
  'invitation.accept': [signedIn({ relations: ['invited'] })],

  'file.read': [anyone({ relations: ['public'] }), ownMember, partyMember, agencyMember],
  'file.upload': [members()],

  'listing.read': [anyone({ relations: ['public'] }), ownMember, operatorReviewer],
  'listing.list_own': [members()],
  'listing.list_review': [operatorReviewer],
  'listing.read_versions': [ownMember, operatorReviewer],
  'listing.create': [members({ organizationKinds: SELLERS, roles: ['editor'] })],
  'listing.edit': [ownEditor],
  'listing.attach_file': [ownEditor],
  'listing.detach_file': [ownEditor],
  'listing.submit': [{ ...ownEditor, verified: true }],
  'listing.publish': [operatorReviewer],
  'listing.return': [operatorReviewer],
  'listing.withdraw': [ownEditor, operatorReviewer],
  'listing.renew': [{ ...ownEditor, verified: true }],
  'listing.set_contact': [ownEditor],
  'listing.bulk_edit': [members({ organizationKinds: SELLERS, roles: ['editor'] })],
  'listing.take_review': [operatorReviewer],
  'listing.release_review': [operatorReviewer],
  'listing.read_feed': [anyone()],
  'listing.search': [anyone()],
  'listing.note_visit': [anyone({ relations: ['public'] })],
  'listing.read_visits': [ownMember],
  'listing.read_lost_requests': [ownMember],

  'favourite.read': [ownPerson],
  'favourite.list': [signedIn()],
  'favourite.add': [signedIn({ relations: ['public'] })],
  'favourite.note': [ownPerson],
  'favourite.remove': [ownPerson],

  'saved_search.read': [ownPerson],
  'saved_search.list': [signedIn()],
  'saved_search.create': [signedIn()],
  'saved_search.edit': [ownPerson],
  'saved_search.remove': [ownPerson],
  // Whoever holds the sealed link out of the mail.
  'saved_search.unsubscribe': [anyone()],

  'notification.read': [ownPerson],
  'notification.list': [signedIn()],
  'notification.mark_read': [ownPerson],

  'mail_preference.read': [signedIn()],
  'mail_preference.edit': [signedIn()],
  // Whoever holds the sealed link out of the mail.
  'mail_preference.unsubscribe': [anyone()],

  'search_miss.list': [overseer],

  'listing_import.read': [ownMember],
  'listing_import.list': [members()],
  'listing_import.create': [members({ organizationKinds: SELLERS, roles: ['editor'] })],
  'listing_import.map': [ownEditor],
  'listing_import.repair': [ownEditor],
  'listing_import.commit': [ownEditor],
  'listing_import.cancel': [ownEditor],
  'right.read': [ownMember, operatorReviewer],
  'right.list': [members()],
  'right.create': [members({ organizationKinds: SELLERS, roles: ['editor'] })],
  'right.edit': [ownEditor],
  'right.record_event': [ownEditor],

  'portfolio.read': [ownMember],
  'portfolio.list': [members()],
  'portfolio.create': [members({ organizationKinds: SELLERS, roles: ['editor'] })],
  'portfolio.edit': [ownEditor],
  'portfolio.delete': [ownEditor],
  'need.read': [
    anyone({ relations: ['public'] }),
    members({ relations: ['invited'] }),
    ownMember,
    operatorReviewer,
  ],
  'need.list_own': [members()],
  'need.list_review': [operatorReviewer],
  'need.list_matching': [members({ organizationKinds: SELLERS })],
  'need.create': [members({ organizationKinds: REQUESTERS, roles: POSTERS })],
  'need.edit': [ownPoster],
  'need.attach_file': [ownPoster],
  'need.detach_file': [ownPoster],
  'need.submit': [{ ...ownPoster, verified: true }],
  'need.publish': [operatorReviewer],
  'need.return': [operatorReviewer],
  'need.withdraw': [ownPoster, operatorReviewer],
  'need.read_matches': [ownMember],
  'need.judge_match': [ownPoster],
  'listing.judge_need': [ownEditor],

  'answer.read': [partyMember],
  'answer.list': [members()],
  'answer.create': [members({ organizationKinds: SELLERS, roles: DEALERS, except: ['own'], verified: true })],
  'answer.shortlist': [members({ relations: ['buyer'], roles: DEALERS, verified: true })],
  'answer.decline': [members({ relations: ['buyer'], roles: DEALERS, verified: true })],
  'answer.take_up': [members({ relations: ['buyer'], roles: DEALERS, verified: true })],
  'answer.withdraw': [members({ relations: ['seller'], roles: DEALERS })],

  'request.read': [partyMember, brokerMember],
  'request.list': [members()],
  'request.create': [
    members({ organizationKinds: REQUESTERS, roles: DEALERS, except: ['own'], verified: true }),
  ],
  'request.accept': [members({ relations: ['seller'], roles: DEALERS, verified: true })],
  'request.decline': [members({ relations: ['seller'], roles: DEALERS, verified: true })],
  'request.withdraw': [members({ relations: ['buyer'], roles: DEALERS })],

  // Written by the applicant's side alone; the owner of the listing does not learn of it.
  'request_draft.read': [ownMember],
  'request_draft.list': [members()],
  'request_draft.save': [members({ organizationKinds: REQUESTERS, roles: POSTERS })],
  'request_draft.discard': [ownPoster],

  'nda_template.read': [ownMember],
  'nda_template.edit': [
    members({ organizationKinds: SELLERS, relations: ['own'], roles: ['signatory'], verified: true }),
  ],
  'nda.read': [partyMember],
  'nda.list': [members()],
  'nda.accept': [
    members({ organizationKinds: REQUESTERS, roles: ['signatory'], except: ['own'], verified: true }),
  ],
  'nda.withdraw': [members({ relations: ['party'], roles: ['signatory', 'negotiator'] })],
  // Only while the agreement holds; the service asks for that.
  'confidential_file.open': [members({ relations: ['buyer'], verified: true })],
  'confidential_file.read_openings': [members({ relations: ['own'] })],

  'message.read': [partyMember, brokerMember],
  'message.send': [members({ relations: ['party', 'broker'], roles: DEALERS })],

  'brokerage.read': [partyMember, brokerMember],
  'brokerage.list': [members()],
  'brokerage.propose': [partyDealer],
  'brokerage.agree': [members({ relations: ['broker', 'counterparty'], roles: DEALERS, verified: true })],
  'brokerage.refuse': [members({ relations: ['broker', 'counterparty'], roles: DEALERS })],
  'brokerage.end': [members({ relations: ['party', 'broker'], roles: DEALERS })],

  'offer.read': [partyMember, brokerMember],
  'offer.make': [partyDealer],
  'offer.accept': [members({ relations: ['counterparty'], roles: DEALERS, verified: true })],
  'offer.withdraw': [members({ relations: ['own'], roles: DEALERS })],

  'licence_offer.read': [anyone({ relations: ['public'] }), ownMember],
  'licence_offer.publish': [
    members({ organizationKinds: SELLERS, relations: ['own'], roles: ['signatory'], verified: true }),
  ],
  'licence_offer.withdraw': [
    members({ organizationKinds: SELLERS, relations: ['own'], roles: ['signatory', 'negotiator'] }),
  ],
  'licence_offer.take': [
    members({ organizationKinds: REQUESTERS, roles: ['signatory'], except: ['own'], verified: true }),
  ],
  'licence_order.list': [members()],

  'contract.read': [partyMember, agencyMember],
  'contract.list': [members()],
  'contract.edit': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.write_text': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.accept_text': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.record_consent': [members({ relations: ['seller'], roles: DRAFTERS, verified: true })],
  'contract.make_ready': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.reopen': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.attach_file': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.mark_obligation': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.end': [members({ relations: ['party'], roles: ['signatory'], verified: true })],
  'contract.sign': [members({ relations: ['party'], roles: ['signatory'], verified: true })],
  'contract.propose_amendment': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.withdraw_amendment': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.decline_amendment': [members({ relations: ['party'], roles: DRAFTERS, verified: true })],
  'contract.sign_amendment': [members({ relations: ['party'], roles: ['signatory'], verified: true })],
  // Whichever of the two applies for registration; the service knows which.
  'contract.entrust': [members({ relations: ['party'], roles: ['negotiator', 'signatory'], verified: true })],

  'notice.read': [anyone({ relations: ['public'] })],
  'notice.list': [anyone()],
  'notice.object': [anyone({ relations: ['public'] })],
  'notice.post': [members({ relations: ['seller'], roles: DRAFTERS, verified: true })],
  'notice.answer': [members({ relations: ['own'], roles: DRAFTERS, verified: true })],
  'notice.withdraw': [members({ relations: ['own'], roles: DRAFTERS, verified: true })],
  'notice.record_decision': [members({ relations: ['own'], roles: DRAFTERS, verified: true })],
  // With names, contacts and minutes, for whoever has to show that all was done in order.
  'notice.read_record': [ownMember, overseer],

  'reward.read': [rewarder],
  'reward.draft': [{ ...rewarder, verified: true }],
  'reward.approve': [members({ relations: ['seller'], roles: ['signatory'], verified: true })],

  'registration.read': [partyMember, agencyMember, ...examiners],
  'registration.list': [members()],
  'registration.file': [agencyFiler],
  'registration.edit': [agencyFiler],
  'registration.discard': [agencyFiler],
  'registration.submit': [agencyFiler],
  'registration.accept': examiners,
  'registration.request_correction': examiners,
  'registration.send_to_review': examiners,
  'registration.refuse': examiners,
  'registration.register': examiners,
  'registration.assign': examiners,
  'registration.tick_checklist': examiners,
  'registration.unassign': examiners,
  'registration.change': examiners,
  'registration.cancel': examiners,
  'registration.revoke': examiners,

  'certificate.read': [anyone()],

  'batch_list.read': [agencyMember, overseer],
  'batch_list.list': [members({ organizationKinds: ['agency'] }), overseer],
  'batch_list.create': [
    members({ organizationKinds: ['agency'], roles: [...FILERS, 'registrar'], verified: true }),
  ],

  'receipt.read': [partyMember, agencyMember, ...examiners],
  'receipt.record': [members({ relations: ['seller'], roles: ['finance'], verified: true }), agencyFiler],
  'receipt.correct': [members({ relations: ['seller'], roles: ['finance'], verified: true }), agencyFiler],
  'receipt.verify': examiners,
  'tax_evidence.read': [members({ relations: ['seller'] }), overseer],

  'payment.read': [partyMember, agencyMember, overseer],
  'payment.list': [members()],
  'payment.plan': [
    members({ relations: ['party'], roles: ['negotiator', 'signatory', 'finance'], verified: true }),
  ],
  // Whoever owes a royalty reports what was sold.
  'payment.report_royalty': [payer],
  'payment.submit_transfer': [payer],
  'payment.withdraw': [payer],
  'payment.pay_online': [payer],
  'payment.confirm_refund': [payer],
  'payment.call': [receiver],
  'payment.waive': [receiver],
  // Whoever confirmed first is not the second pair of eyes.
  'payment.confirm': [{ ...receiver, except: ['filer'] }],
  'payment.reject': [receiver],
  'payment.offset': [receiver],
  'payment.capture': [receiver],
  'payment.release': [receiver],
  'payment.refund': [receiver],
  'payment.record_invoice': [receiver],
  'payment.recheck': [payer, receiver],
  'payment.read_reconciliations': [overseer],
  'payout_account.read': [ownMember],
  'payout_account.edit': [ownFinance],

  'import.read': [agencyMember, overseer],
  'import.list': [members({ organizationKinds: ['agency'] }), overseer],
  'import.create': [registeringAgency],
  'import.commit': [{ ...registeringAgency, relations: ['agency'] }],
  'import.cancel': [{ ...registeringAgency, relations: ['agency'] }],
  'registration.export': [members({ organizationKinds: ['agency'] }), overseer],

  'plan.read': [anyone()],
  'plan.record_value': [members({ organizationKinds: ['authority'], roles: ['editor'] })],
  'turnover.read': [anyone()],
  'turnover.read_ledger': [overseer],
  'turnover.release': [members({ organizationKinds: ['authority'], roles: ['reviewer'] })],
  'turnover.publish_period': [members({ organizationKinds: ['authority'], roles: ['reviewer'] })],
  'statistics.read': [anyone()],
  'statistics.read_draft': [members({ organizationKinds: ['authority'] })],
  'statistics.load': [members({ organizationKinds: ['authority'], roles: ['editor'] })],
  'audit.read': [overseer, ownMember],
} as const satisfies Record<string, readonly Grant[]>

export type Action = keyof typeof POLICY
export const ACTIONS = Object.keys(POLICY) as Action[]

/** Actions that make a new record out of another one, which is the one that must be visible. */
export const VISIBLE_THROUGH: Partial<Record<Action, Action>> = {
  'request.create': 'listing.read',
  'nda.accept': 'listing.read',
  'licence_offer.publish': 'listing.read',
  'confidential_file.open': 'nda.read',
  'confidential_file.read_openings': 'listing.read_versions',
  'answer.create': 'need.read',
  'offer.make': 'request.read',
  'brokerage.propose': 'request.read',
  'notice.post': 'contract.read',
  'registration.file': 'contract.read',
  'receipt.record': 'registration.read',
  'invitation.create': 'organization.read',
  'favourite.add': 'listing.read',
  'saved_search.unsubscribe': 'listing.search',
  'mail_preference.unsubscribe': 'listing.search',
}
