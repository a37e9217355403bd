import { codesOf } from '@market/domain/codes'
import { PRECHECK_SEVERITIES, PRECHECK_STAGES, PRECHECK_THEMES } from '@market/domain/registration'
import { z } from 'zod'
import { Id, Instant } from '../shared/index.ts'

/** One thing the pre-check found, ready to be read in either language. */
export const PrecheckFinding = z
  .object({
    /** 'theme.what': stable for ever. */
    ruleId: z.string(),
    theme: z.enum(codesOf(PRECHECK_THEMES)),
    /** 'blocks': not taken like this; 'warns': somebody has to look; 'informs': somebody should know. */
    severity: z.enum(PRECHECK_SEVERITIES),
    /** Field of the form, 'documents', or null for the contract as a whole. */
    path: z.string().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    messageZh: z.string(),
    messageEn: z.string(),
    /** What to do about it. */
    todoZh: z.string(),
    todoEn: z.string(),
    basisZh: z.string(),
    basisEn: z.string(),
    /** Whether somebody has read the text the rule stands on; the screen says so where not. */
    verified: z.boolean(),
    /** Keys of the regimes in whose time the rule has held. */
    regimes: z.array(z.string()),
    /** A question for the registrar to answer by reading the contract. */
    checklist: z.boolean(),
  })
  .meta({ id: 'PrecheckFinding' })
export type PrecheckFinding = z.infer<typeof PrecheckFinding>

/** A result kept with the record: which rules, when, and what they found. */
export const KeptPrecheck = z
  .object({
    stage: z.enum(PRECHECK_STAGES),
    ruleSet: z.string(),
    checkedAt: Instant,
    findings: z.array(PrecheckFinding),
  })
  .meta({ id: 'KeptPrecheck' })
export type KeptPrecheck = z.infer<typeof KeptPrecheck>

/** An examiner's answer to a question of the checklist. */
export const ChecklistTick = z
  .object({
    ruleId: z.string(),
    ticked: z.boolean(),
    tickedAt: Instant,
    tickedBy: z.object({ id: Id, name: z.string() }),
  })
  .meta({ id: 'ChecklistTick' })
export type ChecklistTick = z.infer<typeof ChecklistTick>

export const TickChecklistInput = z.object({ ticked: z.array(z.string().max(100)).max(50) })
