import { describe, expect, it } from 'vitest'
import { type Actor, ORGANIZATION_KINDS, type OrganizationKind, ROLES, type Role, refuse } from '../index.ts'
import { sampleActor } from '../testing/index.ts'
import {
  ACTIONS,
  type Action,
  authorize,
  decide,
  may,
  RELATIONS,
  type Relation,
  relationsTo,
} from './index.ts'

const ALL_ROLES: Role[] = [...ROLES]
const ALL_KINDS: OrganizationKind[] = [...ORGANIZATION_KINDS]

interface Who {
  kinds: readonly OrganizationKind[]
  roles: readonly Role[]
}

const SELLERS: OrganizationKind[] = ['university', 'institute', 'company', 'provider']
const OVERSEERS: OrganizationKind[] = ['authority', 'operator']
const own: Who = { kinds: ALL_KINDS, roles: ['owner'] }
const anybody: Who = { kinds: ALL_KINDS, roles: ALL_ROLES }
const reviewers: Who = { kinds: ['operator'], roles: ['owner', 'reviewer'] }
const editors: Who = { kinds: SELLERS, roles: ['owner', 'editor'] }
const posters: Who = { kinds: SELLERS, roles: ['owner', 'editor', 'negotiator'] }
const dealers: Who = { kinds: ALL_KINDS, roles: ['owner', 'negotiator'] }
const drafters: Who = { kinds: ALL_KINDS, roles: ['owner', 'editor', 'negotiator', 'signatory'] }
const filers: Who = { kinds: ['agency'], roles: ['owner', 'editor', 'negotiator'] }
const registrars: Who = { kinds: ['agency', ...OVERSEERS], roles: ['owner', 'registrar'] }
const financiers: Who = { kinds: ALL_KINDS, roles: ['owner', 'finance'] }
const rewarders: Who = { kinds: ALL_KINDS, roles: ['owner', 'finance', 'negotiator', 'signatory'] }
const agencies: Who = { kinds: ['agency'], roles: ALL_ROLES }
const agencyRegistrars: Who = { kinds: ['agency'], roles: ['owner', 'registrar'] }
const overseers: Who = { kinds: OVERSEERS, roles: ALL_ROLES }

/**
 * Written out by hand, apart from the table it checks: who may do each action when the record leaves nothing to
 * be wished for (the relations in the first column).
 */
const EXPECTED: Record<Action, [relations: Relation[], ...who: Who[]]> = {
  'account.read': [[], anybody],
  'account.switch_organization': [[], anybody],
  'account.confirm': [[], anybody],
  'account.change_second_factors': [[], anybody],
  'organization.read': [['own'], anybody],
  'organization.list_all': [[], overseers],
  'organization.create': [[], anybody],
  'organization.edit': [['own'], own],
  'organization.resubmit': [['own'], own],
  'organization.verify': [[], reviewers],
  'organization.reject': [[], reviewers],
  'organization.suspend': [[], reviewers],
  'organization.restore': [[], reviewers],
  'contact.read': [['own'], anybody],
  'contact.create': [['own'], { kinds: ALL_KINDS, roles: ['owner', 'editor'] }],
  'contact.edit': [['own'], { kinds: ALL_KINDS, roles: ['owner', 'editor'] }],
  'contact.remove': [['own'], { kinds: ALL_KINDS, roles: ['owner', 'editor'] }],
  'bulk_edit.read': [['own'], anybody],
  'bulk_edit.undo': [['own'], editors],
  'member.read': [['own'], anybody],
  'member.change': [['own'], own],
  'member.remove': [['own'], own],
  'invitation.read': [['own'], anybody],
  'invitation.create': [['own'], own],
  'invitation.revoke': [['own'], own],
  'invitation.accept': [['invited'], anybody],
  'file.read': [['own'], anybody],
  'file.upload': [[], anybody],
  'listing.read': [['own'], anybody],
  'listing.list_own': [[], anybody],
  'listing.list_review': [[], reviewers],
  'listing.read_versions': [['own'], anybody],
  'listing.create': [[], editors],
  'listing.edit': [['own'], editors],
  'listing.attach_file': [['own'], editors],
  'listing.detach_file': [['own'], editors],
  'listing.submit': [['own'], editors],
  'listing.publish': [[], reviewers],
  'listing.return': [[], reviewers],
  'listing.withdraw': [['own'], editors, reviewers],
  'listing.renew': [['own'], editors],
  'listing.set_contact': [['own'], editors],
  'listing.bulk_edit': [[], editors],
  'listing.take_review': [[], reviewers],
  'listing.release_review': [[], reviewers],
  'listing.read_feed': [[], anybody],
  'listing.search': [[], anybody],
  'listing_import.read': [['own'], anybody],
  'listing_import.list': [[], anybody],
  'listing_import.create': [[], editors],
  'listing_import.map': [['own'], editors],
  'listing_import.repair': [['own'], editors],
  'listing_import.commit': [['own'], editors],
  'listing_import.cancel': [['own'], editors],
  'right.read': [['own'], anybody],
  'right.list': [[], anybody],
  'right.create': [[], editors],
  'right.edit': [['own'], editors],
  'right.record_event': [['own'], editors],
  'portfolio.read': [['own'], anybody],
  'portfolio.list': [[], anybody],
  'portfolio.create': [[], editors],
  'portfolio.edit': [['own'], editors],
  'portfolio.delete': [['own'], editors],
  'need.read': [['own'], anybody],
  'need.list_own': [[], anybody],
  'need.list_review': [[], reviewers],
  'need.list_matching': [[], { kinds: SELLERS, roles: ALL_ROLES }],
  'need.create': [[], posters],
  'need.edit': [['own'], posters],
  'need.attach_file': [['own'], posters],
  'need.detach_file': [['own'], posters],
  'need.submit': [['own'], posters],
  'need.publish': [[], reviewers],
  'need.return': [[], reviewers],
  'need.withdraw': [['own'], posters, reviewers],
  'need.read_matches': [['own'], anybody],
  'need.judge_match': [['own'], posters],
  'listing.judge_need': [['own'], editors],
  'answer.read': [['party'], anybody],
  'answer.list': [[], anybody],
  'answer.create': [['public'], { kinds: SELLERS, roles: ['owner', 'negotiator'] }],
  'answer.shortlist': [['party', 'buyer'], dealers],
  'answer.decline': [['party', 'buyer'], dealers],
  'answer.take_up': [['party', 'buyer'], dealers],
  'answer.withdraw': [['party', 'seller'], dealers],
  'listing.note_visit': [['public'], anybody],
  'listing.read_visits': [['own'], anybody],
  'listing.read_lost_requests': [['own'], anybody],
  'favourite.read': [['self'], anybody],
  'favourite.list': [[], anybody],
  'favourite.add': [['public'], anybody],
  'favourite.note': [['self'], anybody],
  'favourite.remove': [['self'], anybody],
  'saved_search.read': [['self'], anybody],
  'saved_search.list': [[], anybody],
  'saved_search.create': [[], anybody],
  'saved_search.edit': [['self'], anybody],
  'saved_search.remove': [['self'], anybody],
  'saved_search.unsubscribe': [[], anybody],
  'notification.read': [['self'], anybody],
  'notification.list': [[], anybody],
  'notification.mark_read': [['self'], anybody],
  'mail_preference.read': [[], anybody],
  'mail_preference.edit': [[], anybody],
  'mail_preference.unsubscribe': [[], anybody],
  'search_miss.list': [[], overseers],
  'request.read': [['party'], anybody],
  'request.list': [[], anybody],
  'request.create': [['public'], { kinds: SELLERS, roles: ['owner', 'negotiator'] }],
  'request.accept': [['party', 'seller'], dealers],
  'request.decline': [['party', 'seller'], dealers],
  'request.withdraw': [['party', 'buyer'], dealers],
  'request_draft.read': [['own'], anybody],
  'request_draft.list': [[], anybody],
  'request_draft.save': [[], posters],
  'request_draft.discard': [['own'], posters],
  'nda_template.read': [['own'], anybody],
  'nda_template.edit': [['own'], { kinds: SELLERS, roles: ['owner', 'signatory'] }],
  'nda.read': [['party'], anybody],
  'nda.list': [[], anybody],
  'nda.accept': [['public'], { kinds: SELLERS, roles: ['owner', 'signatory'] }],
  'nda.withdraw': [['party'], { kinds: ALL_KINDS, roles: ['owner', 'negotiator', 'signatory'] }],
  'confidential_file.open': [['party', 'buyer'], anybody],
  'confidential_file.read_openings': [['own'], anybody],
  'message.read': [['party'], anybody],
  'message.send': [['party'], dealers],
  'brokerage.read': [['party'], anybody],
  'brokerage.list': [[], anybody],
  'brokerage.propose': [['party'], dealers],
  'brokerage.agree': [['broker'], dealers],
  'brokerage.refuse': [['party', 'counterparty'], dealers],
  'brokerage.end': [['broker'], dealers],
  'offer.read': [['party'], anybody],
  'offer.make': [['party'], dealers],
  'offer.accept': [['party', 'counterparty'], dealers],
  'offer.withdraw': [['party', 'own'], dealers],
  'licence_offer.read': [['own'], anybody],
  'licence_offer.publish': [['own'], { kinds: SELLERS, roles: ['owner', 'signatory'] }],
  'licence_offer.withdraw': [['own'], { kinds: SELLERS, roles: ['owner', 'negotiator', 'signatory'] }],
  'licence_offer.take': [['public'], { kinds: SELLERS, roles: ['owner', 'signatory'] }],
  'licence_order.list': [[], anybody],
  'contract.read': [['party'], anybody],
  'contract.list': [[], anybody],
  'contract.edit': [['party'], drafters],
  'contract.write_text': [['party'], drafters],
  'contract.accept_text': [['party'], drafters],
  'contract.record_consent': [['party', 'seller'], drafters],
  'contract.make_ready': [['party'], drafters],
  'contract.reopen': [['party'], drafters],
  'contract.attach_file': [['party'], drafters],
  'contract.mark_obligation': [['party'], drafters],
  'contract.end': [['party'], { kinds: ALL_KINDS, roles: ['owner', 'signatory'] }],
  'contract.sign': [['party'], { kinds: ALL_KINDS, roles: ['owner', 'signatory'] }],
  'contract.propose_amendment': [['party'], drafters],
  'contract.withdraw_amendment': [['party'], drafters],
  'contract.decline_amendment': [['party'], drafters],
  'contract.sign_amendment': [['party'], { kinds: ALL_KINDS, roles: ['owner', 'signatory'] }],
  'contract.entrust': [['party'], { kinds: ALL_KINDS, roles: ['owner', 'negotiator', 'signatory'] }],
  'notice.read': [['public'], anybody],
  'notice.list': [[], anybody],
  'notice.object': [['public'], anybody],
  'notice.post': [['party', 'seller'], drafters],
  'notice.answer': [['public', 'own'], drafters],
  'notice.withdraw': [['public', 'own'], drafters],
  'notice.record_decision': [['public', 'own'], drafters],
  'notice.read_record': [['public', 'own'], anybody],
  'reward.read': [['party', 'seller'], rewarders],
  'reward.draft': [['party', 'seller'], rewarders],
  'reward.approve': [['party', 'seller'], { kinds: ALL_KINDS, roles: ['owner', 'signatory'] }],
  'registration.read': [['agency'], anybody],
  'registration.list': [[], anybody],
  'registration.file': [['agency'], filers],
  'registration.edit': [['agency'], filers],
  'registration.discard': [['agency'], filers],
  'registration.submit': [['agency'], filers],
  'registration.accept': [['agency'], registrars],
  'registration.request_correction': [['agency'], registrars],
  'registration.send_to_review': [['agency'], registrars],
  'registration.refuse': [['agency'], registrars],
  'registration.register': [['agency'], registrars],
  'registration.assign': [['agency'], registrars],
  'registration.tick_checklist': [['agency'], registrars],
  'registration.unassign': [['agency'], registrars],
  'registration.change': [['agency'], registrars],
  'registration.cancel': [['agency'], registrars],
  'registration.revoke': [['agency'], registrars],
  'certificate.read': [[], anybody],
  'batch_list.read': [['agency'], anybody],
  'batch_list.list': [[], agencies, overseers],
  'batch_list.create': [[], { kinds: ['agency'], roles: ['owner', 'editor', 'negotiator', 'registrar'] }],
  'receipt.read': [['agency'], anybody],
  'receipt.record': [['party', 'seller'], { kinds: ALL_KINDS, roles: ['owner', 'finance'] }],
  'receipt.correct': [['party', 'seller'], { kinds: ALL_KINDS, roles: ['owner', 'finance'] }],
  'receipt.verify': [['agency'], registrars],
  'tax_evidence.read': [['seller'], anybody],
  'payment.read': [['party'], anybody],
  'payment.list': [[], anybody],
  'payment.plan': [
    ['party', 'seller'],
    { kinds: ALL_KINDS, roles: ['owner', 'negotiator', 'signatory', 'finance'] },
  ],
  'payment.report_royalty': [['party', 'buyer'], financiers],
  'payment.submit_transfer': [['party', 'buyer'], financiers],
  'payment.withdraw': [['party', 'buyer'], financiers],
  'payment.pay_online': [['party', 'buyer'], financiers],
  'payment.confirm_refund': [['party', 'buyer'], financiers],
  'payment.call': [['party', 'seller'], financiers],
  'payment.waive': [['party', 'seller'], financiers],
  'payment.confirm': [['party', 'seller'], financiers],
  'payment.reject': [['party', 'seller'], financiers],
  'payment.offset': [['party', 'seller'], financiers],
  'payment.capture': [['party', 'seller'], financiers],
  'payment.release': [['party', 'seller'], financiers],
  'payment.refund': [['party', 'seller'], financiers],
  'payment.record_invoice': [['party', 'seller'], financiers],
  'payment.recheck': [['party', 'buyer'], financiers],
  'payment.read_reconciliations': [[], overseers],
  'payout_account.read': [['own'], anybody],
  'payout_account.edit': [['own'], financiers],
  'import.read': [['agency'], anybody],
  'import.list': [[], agencies, overseers],
  'import.create': [[], agencyRegistrars],
  'import.commit': [['agency'], agencyRegistrars],
  'import.cancel': [['agency'], agencyRegistrars],
  'registration.export': [[], agencies, overseers],
  'plan.read': [[], anybody],
  'plan.record_value': [[], { kinds: ['authority'], roles: ['owner', 'editor'] }],
  'turnover.read': [[], anybody],
  'turnover.read_ledger': [[], overseers],
  'turnover.release': [[], { kinds: ['authority'], roles: ['owner', 'reviewer'] }],
  'turnover.publish_period': [[], { kinds: ['authority'], roles: ['owner', 'reviewer'] }],
  'statistics.read': [[], anybody],
  'statistics.read_draft': [[], { ...overseers, kinds: ['authority'] }],
  'statistics.load': [[], { kinds: ['authority'], roles: ['owner', 'editor'] }],
  'audit.read': [['own'], anybody],
}

const PUBLIC: readonly Action[] = [
  'listing.search',
  'listing.read_feed',
  'saved_search.unsubscribe',
  'mail_preference.unsubscribe',
  'certificate.read',
  'plan.read',
  'turnover.read',
  'statistics.read',
  'notice.list',
]

const actorOf = (kind: OrganizationKind, role: Role, changes: Partial<Actor> = {}): Actor =>
  sampleActor({ organizationKind: kind, roles: [role], ...changes })

const allowedOf = (action: Action, relations: readonly Relation[] | null): string[] =>
  ALL_KINDS.flatMap((kind) =>
    ALL_ROLES.filter((role) => may(actorOf(kind, role), action, relations)).map((role) => `${kind} ${role}`),
  )

const expectedOf = (who: readonly Who[]): string[] =>
  ALL_KINDS.flatMap((kind) =>
    ALL_ROLES.filter((role) =>
      who.some(({ kinds, roles }) => kinds.includes(kind) && roles.includes(role)),
    ).map((role) => `${kind} ${role}`),
  )

describe('policy, every action × organization kind × role', () => {
  it.each(ACTIONS)('%s', (action) => {
    const [relations, ...who] = EXPECTED[action]
    expect(allowedOf(action, relations.length > 0 ? relations : null)).toEqual(expectedOf(who))
  })
})

describe('policy, strangers', () => {
  it.each(ACTIONS)('%s is open without a session only where everybody may', (action) => {
    expect(may(null, action, null)).toBe(PUBLIC.includes(action))
  })

  it.each(ACTIONS)('%s is barred to members of other organizations', (action) => {
    const [relations] = EXPECTED[action]
    if (relations.length === 0 || relations.includes('public')) return
    const outsiders = ALL_KINDS.filter((kind) => kind !== 'operator' && kind !== 'authority')
    for (const kind of outsiders) {
      for (const role of ALL_ROLES) expect(may(actorOf(kind, role), action, [])).toBe(false)
    }
  })

  it('a person without an organization may make one, join one and read what is public', () => {
    const person = sampleActor({
      organizationId: null,
      organizationKind: null,
      organizationState: null,
      roles: [],
    })
    expect(may(person, 'organization.create')).toBe(true)
    expect(may(person, 'invitation.accept', ['invited'])).toBe(true)
    expect(may(person, 'listing.read', ['public'])).toBe(true)
    expect(may(person, 'file.upload')).toBe(false)
    expect(decide(person, 'listing.create')).toBe('forbidden')
  })
})

describe('policy, what two people must do', () => {
  const examinations = ACTIONS.filter((action) => EXPECTED[action][1] === registrars)

  it.each(examinations)('%s is barred to the person who filed, owners included', (action) => {
    for (const kind of ALL_KINDS) {
      for (const role of ALL_ROLES) expect(may(actorOf(kind, role), action, ['agency', 'filer'])).toBe(false)
    }
  })

  it('an offer is not accepted by the side that made it, nor a listing requested by its owner', () => {
    const actor = actorOf('company', 'owner')
    expect(may(actor, 'offer.accept', ['party', 'own'])).toBe(false)
    expect(may(actor, 'request.create', ['own', 'public'])).toBe(false)
  })
})

describe('policy, verification', () => {
  it.each(['pending', 'rejected', 'suspended'] as const)(
    'a %s organization may draft but not bind',
    (state) => {
      const university = actorOf('university', 'owner', { organizationState: state })
      expect(decide(university, 'listing.edit', ['own'])).toBe('allow')
      expect(decide(university, 'listing.submit', ['own'])).toBe('not_verified')
      expect(decide(university, 'request.create', ['public'])).toBe('not_verified')
      expect(decide(university, 'contract.sign', ['party'])).toBe('not_verified')
      expect(
        decide(actorOf('agency', 'owner', { organizationState: state }), 'registration.file', ['agency']),
      ).toBe('not_verified')
    },
  )
})

describe('refusals', () => {
  const outsider = actorOf('company', 'negotiator')

  it.each([
    [null, 'contract.edit', ['party'], refuse('unauthenticated', 'session.required')],
    [null, 'listing.read', [], refuse('not-found', 'listing.not_found')],
    [outsider, 'contract.edit', [], refuse('not-found', 'contract.not_found')],
    [outsider, 'request.create', [], refuse('not-found', 'listing.not_found')],
    [outsider, 'listing.edit', ['public'], refuse('forbidden', 'policy.forbidden')],
    [outsider, 'contract.sign', ['party'], refuse('forbidden', 'policy.forbidden')],
    [
      actorOf('company', 'negotiator', { organizationState: 'pending' }),
      'offer.make',
      ['party'],
      refuse('precondition', 'organization.not_verified'),
    ],
  ] as const)('%# carry kind and code', (actor, action, relations, { kind, code }) => {
    expect(() => authorize(actor, action, relations)).toThrow(expect.objectContaining({ kind, code }))
  })

  it('says nothing when allowed', () => {
    expect(() => authorize(outsider, 'offer.make', ['party'])).not.toThrow()
  })
})

describe('relations', () => {
  const actor = sampleActor({ userId: 'u', organizationId: 'o' })

  it.each<[Parameters<typeof relationsTo>[1], Relation[]]>([
    [{ organizationId: 'o' }, ['own']],
    [{ sellerOrganizationId: 'o', buyerOrganizationId: 'b' }, ['party', 'seller']],
    [
      { sellerOrganizationId: 's', buyerOrganizationId: 'o', organizationId: 's' },
      ['party', 'buyer', 'counterparty'],
    ],
    [
      { sellerOrganizationId: 'o', buyerOrganizationId: 'b', organizationId: 'o' },
      ['own', 'party', 'seller'],
    ],
    [{ agencyOrganizationId: 'o', filedByUserId: 'u' }, ['agency', 'filer']],
    [{ userId: 'u', public: true }, ['self', 'public']],
    [{ organizationId: null, agencyOrganizationId: null }, []],
  ])('of an actor to %j', (record, relations) => {
    expect(relationsTo(actor, record)).toEqual(relations)
  })

  it('of nobody are none but public', () => {
    expect(relationsTo(null, { organizationId: null, public: true })).toEqual(['public'])
    const homeless = sampleActor({ organizationId: null })
    expect(relationsTo(homeless, { organizationId: null, agencyOrganizationId: null })).toEqual([])
    for (const relation of relationsTo(homeless, { public: true })) expect(RELATIONS).toContain(relation)
  })
})
