import type { OrganizationKind, OrganizationState, Role } from '@market/domain'
import { ORGANIZATION_KINDS, ORGANIZATION_STATES } from '@market/domain'
import { CONTACT_VISIBILITIES, type ContactVisibility } from '@market/domain/organizations'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, oneOf } from './columns.ts'
import { users } from './identity.ts'

export const organizations = pgTable(
  'organizations',
  {
    id: id(),
    kind: text('kind').$type<OrganizationKind>().notNull(),
    state: text('state').$type<OrganizationState>().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    creditCode: text('credit_code').notNull(),
    /** A body set up by the state owes public notice of negotiated prices (conversion law art. 18). */
    stateOwned: boolean('state_owned').notNull().default(false),
    regionCode: text('region_code').notNull(),
    introZh: text('intro_zh').notNull().default(''),
    introEn: text('intro_en').notNull().default(''),
    website: text('website'),
    /** Invented for demonstration; every page that shows it says so. */
    sample: boolean('sample').notNull().default(false),
    decisionReason: text('decision_reason'),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('organizations_kind_known', oneOf(t.kind, ORGANIZATION_KINDS)),
    check('organizations_state_known', oneOf(t.state, ORGANIZATION_STATES)),
    // A rejected application must not keep the real body from applying with its own code.
    // Nor must what an imported contract says of it.
    uniqueIndex('organizations_credit_code_unique')
      .on(t.creditCode)
      .where(sql`${t.state} not in ('rejected', 'recorded')`),
    // A party of imported contracts that is not a member here: known by its code or, without one, by its name.
    uniqueIndex('organizations_recorded_once')
      .on(t.creditCode, sql`(case when ${t.creditCode} = '' then ${t.nameZh} else '' end)`)
      .where(sql`${t.state} = 'recorded'`),
    index('organizations_state_kind').on(t.state, t.kind, t.createdAt),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    roles: text('roles').array().$type<Role[]>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId] }),
    index('memberships_user').on(t.userId),
    check('memberships_some_role', sql`cardinality(${t.roles}) > 0`),
  ],
)

/** A person or office of the organization to turn to; who sees it is for the organization to say. */
export const organizationContacts = pgTable(
  'organization_contacts',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull().default(''),
    dutyZh: text('duty_zh').notNull().default(''),
    dutyEn: text('duty_en').notNull().default(''),
    email: text('email').notNull().default(''),
    phone: text('phone').notNull().default(''),
    visibility: text('visibility').$type<ContactVisibility>().notNull(),
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull(),
    /** No longer to be chosen; listings that named it show none. */
    removedAt: instant('removed_at'),
  },
  (t) => [
    unique('organization_contacts_of_organization').on(t.id, t.organizationId),
    index('organization_contacts_organization').on(t.organizationId, t.position, t.id),
    check('organization_contacts_visibility_known', oneOf(t.visibility, CONTACT_VISIBILITIES)),
    check('organization_contacts_reachable', sql`${t.email} <> '' or ${t.phone} <> ''`),
    check(
      'organization_contacts_lengths',
      sql`char_length(${t.nameZh}) between 1 and 60 and char_length(${t.nameEn}) <= 120
        and char_length(${t.dutyZh}) <= 60 and char_length(${t.dutyEn}) <= 120
        and char_length(${t.email}) <= 254 and char_length(${t.phone}) <= 40`,
    ),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    email: text('email').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => users.id),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    uniqueIndex('invitations_one_pending')
      .on(t.organizationId, sql`lower(${t.email})`)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
  ],
)
