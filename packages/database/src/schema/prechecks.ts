import { PRECHECK_STAGES, type PrecheckFinding, type PrecheckStage } from '@market/domain/registration'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, oneOf } from './columns.ts'
import { users } from './identity.ts'
import { registrations } from './registration.ts'

/** What the pre-check found when a form was submitted and when it was taken up. Append-only by trigger. */
export const registrationPrechecks = pgTable(
  'registration_prechecks',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    /** Of the record, as the step left it. */
    revision: integer('revision').notNull(),
    stage: text('stage').$type<PrecheckStage>().notNull(),
    ruleSet: text('rule_set').notNull(),
    findings: jsonb('findings').$type<PrecheckFinding[]>().notNull(),
    checkedAt: instant('checked_at').notNull(),
    checkedBy: uuid('checked_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.revision] }),
    check('registration_prechecks_stage_known', oneOf(t.stage, PRECHECK_STAGES)),
  ],
)

/** An examiner's answer to a question of the checklist; the newest of each question stands. Append-only by trigger. */
export const checklistTicks = pgTable(
  'checklist_ticks',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    ruleId: text('rule_id').notNull(),
    ticked: boolean('ticked').notNull(),
    tickedAt: instant('ticked_at').notNull(),
    tickedBy: uuid('ticked_by')
      .notNull()
      .references(() => users.id),
  },
  (t) => [index('checklist_ticks_registration').on(t.registrationId, t.id)],
)
