import { ORGANIZATION_KINDS, ORGANIZATION_STATES, ROLES } from '@market/domain'
import { CONTACT_VISIBILITIES } from '@market/domain/organizations'
import { z } from 'zod'
import { Id, Instant, Line, OptionalLine, PageQuery, Prose, pageOf } from '../shared/index.ts'

/** Kinds a person may register; authority and operator are set up with the platform. */
export const REGISTRABLE_KINDS = ['university', 'institute', 'company', 'agency', 'provider'] as const

const details = {
  nameZh: Line(120),
  nameEn: OptionalLine(200),
  stateOwned: z.boolean(),
  regionCode: z.string().regex(/^\d{6}$/, { error: 'region.syntax' }),
  introZh: Prose(2000),
  introEn: Prose(4000),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
}

export const CreateOrganizationInput = z.object({
  ...details,
  kind: z.enum(REGISTRABLE_KINDS),
  /** Unified social credit code (GB 32100-2015); spaces and full-width forms are read. */
  creditCode: z.string().min(1).max(60),
  nameEn: details.nameEn.default(''),
  stateOwned: details.stateOwned.default(false),
  introZh: details.introZh.default(''),
  introEn: details.introEn.default(''),
  website: details.website.default(null),
})
export type CreateOrganizationInput = z.output<typeof CreateOrganizationInput>

export const EditOrganizationInput = z.object(details).partial()
export type EditOrganizationInput = z.output<typeof EditOrganizationInput>

export const DecisionInput = z.object({ reason: Line(500) })

export const OrganizationSummary = z
  .object({
    id: Id,
    kind: z.enum(ORGANIZATION_KINDS),
    state: z.enum(ORGANIZATION_STATES),
    nameZh: z.string(),
    nameEn: z.string(),
    regionCode: z.string(),
    sample: z.boolean(),
  })
  .meta({ id: 'OrganizationSummary' })
export type OrganizationSummary = z.infer<typeof OrganizationSummary>

export const Organization = OrganizationSummary.extend({
  creditCode: z.string(),
  stateOwned: z.boolean(),
  introZh: z.string(),
  introEn: z.string(),
  website: z.string().nullable(),
  /** Why it was rejected or suspended; only its members and the operator see it. */
  decisionReason: z.string().nullable(),
  createdAt: Instant,
}).meta({ id: 'Organization' })
export type Organization = z.infer<typeof Organization>

export const MOST_ORGANIZATION_SEARCHED = 100

export const OrganizationQuery = PageQuery.extend({
  /** A part of the name, in either language. */
  q: z.string().trim().max(MOST_ORGANIZATION_SEARCHED).optional(),
  state: z.enum(ORGANIZATION_STATES).optional(),
  kind: z.enum(ORGANIZATION_KINDS).optional(),
})
export const OrganizationPage = pageOf(OrganizationSummary)

export const RoleList = z.array(z.enum(ROLES)).min(1).max(ROLES.length)
export const Member = z
  .object({ userId: Id, name: z.string(), email: z.string(), roles: z.array(z.enum(ROLES)), since: Instant })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>
export const MemberList = z.object({ items: z.array(Member) })
export const MemberParams = z.object({ id: Id, userId: Id })
export const ChangeMemberInput = z.object({ roles: RoleList })

export const InviteInput = z.object({
  email: z
    .email()
    .max(254)
    .transform((value) => value.toLowerCase()),
  roles: RoleList,
})
export const Invitation = z
  .object({
    id: Id,
    organizationId: Id,
    email: z.string(),
    roles: z.array(z.enum(ROLES)),
    state: z.enum(['pending', 'accepted', 'revoked', 'expired']),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>
export const InvitationList = z.object({ items: z.array(Invitation) })
export const AcceptInvitationInput = z.object({ token: z.string().min(1).max(300) })

/** A person or office to turn to. */
export const ContactInput = z.object({
  nameZh: Line(60),
  nameEn: OptionalLine(120).default(''),
  dutyZh: OptionalLine(60).default(''),
  dutyEn: OptionalLine(120).default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+\d\s()（）转-]*$/, { error: 'contact.phone_characters' })
    .default(''),
  /** Everybody, whoever is logged in, or the members alone. */
  visibility: z.enum(CONTACT_VISIBILITIES).default('public'),
})
export type ContactInput = z.output<typeof ContactInput>

export const Contact = z
  .object({
    id: Id,
    nameZh: z.string(),
    nameEn: z.string(),
    dutyZh: z.string(),
    dutyEn: z.string(),
    email: z.string(),
    phone: z.string(),
    visibility: z.enum(CONTACT_VISIBILITIES),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>
export const ContactList = z.object({ items: z.array(Contact) })

/** What the public page of an organization shows beside its listings. */
export const OrganizationProfile = z.object({
  contacts: z.array(Contact),
  /** Null where fewer than five requests could be judged. */
  replies: z
    .object({
      /** Of the requests of the last year that are at least two weeks old, in whole percent. */
      answeredPercent: z.int(),
      /** Half of the answers came within so many days. */
      medianDays: z.number().nullable(),
    })
    .nullable(),
})
export type OrganizationProfile = z.infer<typeof OrganizationProfile>
