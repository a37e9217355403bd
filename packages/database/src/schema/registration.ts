import type {
  Country,
  Currency,
  IpKind,
  PartyKind,
  PaymentMethod,
  PlanIndustry,
  PlanSource,
  SocioEconomicObjective,
  TechnicalField,
} from '@market/domain/codes'
import type { ContractSubType, ContractType } from '@market/domain/regimes'
import {
  type FormSupplement,
  type NonTechnicalItem,
  type PartyProfile,
  REGISTRATION_STATES,
  REGISTRATION_STATUSES,
  type RegistrationState,
  type RegistrationStatus,
} from '@market/domain/registration'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { calendarDate, fen, id, instant, oneOf } from './columns.ts'
import { contracts } from './contracts.ts'
import { users } from './identity.ts'
import { registrationImports } from './imports.ts'
import { organizations } from './organizations.ts'

/** The registrar's entry of a contract: the filed form, the examination and, once registered, the number. */
export const registrations = pgTable(
  'registrations',
  {
    id: id(),
    /** Null for a contract that was registered elsewhere or earlier and imported. */
    contractId: uuid('contract_id').references(() => contracts.id),
    /** The file it came from, and the row in it as the spreadsheet counts. */
    importId: uuid('import_id').references(() => registrationImports.id),
    importRow: integer('import_row'),
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => organizations.id),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => organizations.id),
    buyerId: uuid('buyer_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state').$type<RegistrationState>().notNull(),
    /** Life after registration; null before. */
    status: text('status').$type<RegistrationStatus>(),
    /** Counts the entries in the register; the facts of each are in registration_versions. */
    version: integer('version').notNull().default(0),
    /** Counts every change of the record, so that two people cannot overwrite each other unseen. */
    revision: integer('revision').notNull().default(1),

    /** The rules by which type and sub-type are judged: those of the signing date. */
    regimeKey: text('regime_key').notNull(),
    title: text('title').notNull(),
    sellerKind: text('seller_kind').$type<PartyKind>().notNull(),
    sellerRegionCode: text('seller_region_code').notNull(),
    buyerKind: text('buyer_kind').$type<PartyKind>().notNull(),
    buyerRegionCode: text('buyer_region_code').notNull(),
    /** Type and sub-type by the law in force on the signing date. */
    type: text('type').$type<ContractType>().notNull(),
    subType: text('sub_type').$type<ContractSubType>(),
    contractAmountFen: fen('contract_amount_fen').notNull(),
    technologyAmountFen: fen('technology_amount_fen').notNull(),
    signedOn: calendarDate('signed_on').notNull(),
    effectiveOn: calendarDate('effective_on').notNull(),
    endsOn: calendarDate('ends_on'),
    technicalField: text('technical_field').$type<TechnicalField>(),
    planIndustry: text('plan_industry').$type<PlanIndustry>(),
    ipKind: text('ip_kind').$type<IpKind>(),
    planSource: text('plan_source').$type<PlanSource>().notNull(),
    socioEconomicObjective: text('socio_economic_objective').$type<SocioEconomicObjective>(),
    paymentMethod: text('payment_method').$type<PaymentMethod>().notNull(),
    relatedParties: boolean('related_parties').notNull(),
    /** Customs codes; anything but China makes the contract one across the border. */
    sellerCountry: text('seller_country').$type<Country>().notNull().default('142'),
    buyerCountry: text('buyer_country').$type<Country>().notNull().default('142'),
    /** GB/T 4754 division or finer. */
    industryClass: text('industry_class'),
    sellerIndustryClass: text('seller_industry_class'),
    buyerIndustryClass: text('buyer_industry_class'),
    sellerProfile: jsonb('seller_profile').$type<PartyProfile>(),
    buyerProfile: jsonb('buyer_profile').$type<PartyProfile>(),
    addedInputFen: fen('added_input_fen'),
    addedOutputFen: fen('added_output_fen'),
    /** The contract's own currency; contract_amount_fen is then its equivalent. */
    currency: text('currency').$type<Currency>().notNull().default('CNY'),
    /** In hundredths of the currency's unit. */
    currencyAmountCents: fen('currency_amount_cents'),
    /** Yuan for one unit. */
    exchangeRate: numeric('exchange_rate', { precision: 17, scale: 8 }),
    exchangeRateOn: calendarDate('exchange_rate_on'),
    /** What explains contract minus technology amount, to the fen; may be empty. */
    nonTechnicalItems: jsonb('non_technical_items').$type<NonTechnicalItem[]>().notNull().default([]),
    carrierSets: integer('carrier_sets'),
    /** Parties, title, signing date and amount in one normalised text (invariant 1). */
    fingerprint: text('fingerprint').notNull(),

    filedBy: uuid('filed_by')
      .notNull()
      .references(() => users.id),
    /** Everybody who had a hand in the form; none of them may examine it. */
    filers: uuid('filers').array().notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** The latest submission: a corrected form starts the clock anew. */
    submittedAt: instant('submitted_at'),
    acceptedAt: instant('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => users.id),
    /** Last day for a decision by the regime of the application, fixed at acceptance. */
    dueOn: calendarDate('due_on'),
    /** Who is to examine it; anybody else who may still can. */
    assignedTo: uuid('assigned_to').references(() => users.id),
    assignedBy: uuid('assigned_by').references(() => users.id),
    assignedAt: instant('assigned_at'),
    /** First examiner of a contract that needs two. */
    reviewSentBy: uuid('review_sent_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    correctionComments: jsonb('correction_comments').$type<{ field: string; words: string }[]>(),
    refusalReasons: jsonb('refusal_reasons').$type<{ code: string; words: string }[]>(),

    /** The Shanghai calendar date on which the contract counts. */
    registeredOn: calendarDate('registered_on'),
    number: text('number').unique(),
    /** Unguessable part of the public verification address. */
    verificationCode: text('verification_code').unique(),
  },
  (t) => [
    check('registrations_state_known', oneOf(t.state, REGISTRATION_STATES)),
    check('registrations_status_known', oneOf(t.status, REGISTRATION_STATUSES)),
    check('registrations_amounts_positive', sql`0 < ${t.technologyAmountFen} and 0 < ${t.contractAmountFen}`),
    // Invariants 2 and 3. A form still being written may be wrong; a submitted one may not.
    check(
      'registrations_submitted_in_order',
      sql`${t.state} in ('draft', 'correction_requested') or (
        ${t.technologyAmountFen} <= ${t.contractAmountFen}
        and ${t.signedOn} <= ${t.effectiveOn}
        and (${t.endsOn} is null or ${t.effectiveOn} <= ${t.endsOn})
        and ${t.technicalField} is not null and ${t.planIndustry} is not null and ${t.ipKind} is not null
        and (${t.submittedAt} is not null or ${t.importId} is not null))`,
    ),
    // Fourteen digits are of the time before this register.
    // A foreign amount at its rate is the contract amount; a form still being written may be wrong.
    check(
      'registrations_currency_whole',
      sql`${t.state} in ('draft', 'correction_requested') or case when ${t.currency} = 'CNY'
        then num_nonnulls(${t.currencyAmountCents}, ${t.exchangeRate}, ${t.exchangeRateOn}) = 0
        else num_nulls(${t.currencyAmountCents}, ${t.exchangeRate}, ${t.exchangeRateOn}) = 0
          and round(${t.currencyAmountCents} * ${t.exchangeRate}) = ${t.contractAmountFen} end`,
    ),
    check(
      'registrations_counts_not_negative',
      sql`0 <= ${t.addedInputFen} and 0 <= ${t.addedOutputFen} and 0 <= ${t.carrierSets}`,
    ),
    check(
      'registrations_number_form',
      sql`${t.number} ~ '^[0-9]{16}$' or (${t.number} ~ '^[0-9]{14}$' and ${t.importId} is not null)`,
    ),
    check(
      'registrations_origin',
      sql`(${t.importId} is null) = (${t.contractId} is not null) and (${t.importId} is null) = (${t.importRow} is null)
        and (${t.importId} is null or ${t.state} = 'registered')`,
    ),
    check(
      'registrations_registered_whole',
      sql`(${t.state} = 'registered') = (${t.number} is not null)
        and (${t.state} = 'registered') = (${t.status} is not null)
        and (${t.state} = 'registered') = (${t.registeredOn} is not null)
        and (${t.state} = 'registered') = (${t.verificationCode} is not null)
        and (${t.state} = 'registered') = (${t.version} > 0)
        and (${t.state} in ('registered', 'refused') and ${t.importId} is null) = (${t.decidedAt} is not null)
        and (${t.decidedAt} is null) = (${t.decidedBy} is null)
        and (${t.acceptedAt} is null) = (${t.acceptedBy} is null)
        and (${t.state} not in ('accepted', 'under_review', 'registered') or ${t.acceptedAt} is not null
          or ${t.importId} is not null)`,
    ),
    check(
      'registrations_steps_in_order',
      sql`${t.acceptedAt} >= ${t.submittedAt} and ${t.decidedAt} >= ${t.submittedAt}`,
    ),
    check('registrations_filer_named', sql`${t.filedBy} = any(${t.filers})`),
    check('registrations_due_when_accepted', sql`${t.dueOn} is null or ${t.acceptedAt} is not null`),
    check(
      'registrations_assigned_whole',
      sql`num_nonnulls(${t.assignedTo}, ${t.assignedBy}, ${t.assignedAt}) in (0, 3)
        and ${t.assignedTo} <> all(${t.filers})
        and (${t.state} <> 'under_review' or ${t.assignedTo} <> ${t.reviewSentBy})`,
    ),
    // Who filed never examines; of two examiners, neither is the other.
    check(
      'registrations_examiner_is_not_filer',
      sql`${t.acceptedBy} <> all(${t.filers}) and ${t.reviewSentBy} <> all(${t.filers}) and ${t.decidedBy} <> all(${t.filers})`,
    ),
    check(
      'registrations_two_reviewers',
      sql`${t.state} <> 'registered' or ${t.reviewSentBy} <> ${t.decidedBy}`,
    ),
    // Invariant 1: a contract, or one just like it, stands in the register at most once, cancelled or not.
    uniqueIndex('registrations_contract_once').on(t.contractId).where(sql`${t.state} <> 'refused'`),
    uniqueIndex('registrations_fingerprint_once')
      .on(t.fingerprint)
      .where(sql`${t.state} not in ('draft', 'refused')`),
    // Names the import a row came of, and keeps one row of a file from standing twice.
    uniqueIndex('registrations_import_row').on(t.importId, t.importRow),
    index('registrations_agency').on(t.agencyId, t.updatedAt, t.id),
    index('registrations_comparables')
      .on(t.technicalField, t.type, t.registeredOn)
      .where(sql`${t.status} in ('valid', 'changed')`),
    // Near matches share the parties, or else date and amount.
    index('registrations_likeness').on(t.signedOn, t.contractAmountFen),
    index('registrations_parties').on(t.sellerId, t.buyerId),
    index('registrations_buyer').on(t.buyerId, t.updatedAt, t.id),
    index('registrations_due').on(t.dueOn, t.id).where(sql`${t.state} in ('accepted', 'under_review')`),
    index('registrations_assigned')
      .on(t.assignedTo, t.submittedAt, t.id)
      .where(sql`${t.state} in ('submitted', 'accepted', 'under_review')`),
    index('registrations_queue').on(t.state, t.submittedAt, t.id),
  ],
)

/** The facts of a registered contract as one entry left them; names as they were then. */
export interface RegisteredContent extends Partial<FormSupplement> {
  title: string
  seller: { id: string; nameZh: string; nameEn: string }
  buyer: { id: string; nameZh: string; nameEn: string }
  agency: { id: string; nameZh: string; nameEn: string }
  sellerKind: PartyKind
  sellerRegionCode: string
  buyerKind: PartyKind
  buyerRegionCode: string
  type: ContractType
  subType: ContractSubType | null
  contractAmountFen: number
  technologyAmountFen: number
  signedOn: string
  effectiveOn: string
  endsOn: string | null
  technicalField: TechnicalField
  planIndustry: PlanIndustry
  ipKind: IpKind
  planSource: PlanSource
  socioEconomicObjective: SocioEconomicObjective | null
  paymentMethod: PaymentMethod
  relatedParties: boolean
  regimeKey: string
}

/** What the register said after each entry: registered, changed, cancelled, revoked. Append-only by trigger. */
export const registrationVersions = pgTable(
  'registration_versions',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    version: integer('version').notNull(),
    entry: text('entry').$type<'registered' | 'changed' | 'cancelled' | 'revoked'>().notNull(),
    content: jsonb('content').$type<RegisteredContent>().notNull(),
    reason: text('reason').notNull().default(''),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.version] }),
    check(
      'registration_versions_entry_known',
      oneOf(t.entry, ['registered', 'changed', 'cancelled', 'revoked']),
    ),
  ],
)

/** The last number given in each series; its row lock makes numbers gapless (invariant 5). */
export const numberSeries = pgTable(
  'number_series',
  { series: text('series').primaryKey(), last: integer('last').notNull() },
  (t) => [check('number_series_range', sql`${t.last} between 1 and 999999`)],
)

/** Days on which the registrars were reminded of a decision; one mail per registration and day, whoever else runs. */
export const registrationReminders = pgTable(
  'registration_reminders',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    remindedOn: calendarDate('reminded_on').notNull(),
    daysLeft: integer('days_left').notNull(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.remindedOn] })],
)
