import { PRECHECK_STAGES, type PrecheckFinding, type PrecheckStage } from '@market/domain/registration'
import { check, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
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
