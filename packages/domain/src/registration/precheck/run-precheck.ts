import { type FieldProblem, formatFen, type Locale } from '../../index.ts'
import { type Bilingual, REGIMES, type Regime } from '../../regimes/index.ts'
import { AMOUNT_RULES } from './amount-rules.ts'
import { DATE_RULES } from './date-rules.ts'
import { DUTY_RULES } from './duty-rules.ts'
import type { PrecheckFacts } from './facts.ts'
import { FORM_RULES } from './form-rules.ts'
import { MATERIAL_RULES } from './material-rules.ts'
import { MONOPOLY_RULES } from './monopoly-rules.ts'
import { RIGHT_RULES } from './right-rules.ts'
import {
  PRECHECK_SEVERITIES,
  type PrecheckParams,
  type PrecheckPeriod,
  type PrecheckRule,
  type PrecheckSeverity,
  type PrecheckTheme,
} from './rule.ts'
import { TAX_RULES } from './tax-rules.ts'
import { TEXT_RULES } from './text-rules.ts'
import { TYPE_RULES } from './type-rules.ts'

/** Kept with every result: raise it whenever a rule is added, changed or taken away. */
export const PRECHECK_RULE_SET = '2026-11-3'

export const PRECHECK_RULES: readonly PrecheckRule[] = [
  ...FORM_RULES,
  ...TYPE_RULES,
  ...AMOUNT_RULES,
  ...DATE_RULES,
  ...RIGHT_RULES,
  ...MATERIAL_RULES,
  ...TEXT_RULES,
  ...DUTY_RULES,
  ...MONOPOLY_RULES,
  ...TAX_RULES,
]

/** What a rule found, short enough to be kept; the words are the rule's. */
export interface PrecheckFinding {
  ruleId: string
  severity: PrecheckSeverity
  /** Field of the form it speaks of, 'documents', or null for the contract as a whole. */
  path: string | null
  /** That of the wrapped problem, where it blocks. */
  code: string | null
  params: PrecheckParams
}

const holds = ({ by, since, until }: PrecheckPeriod, { signedOn, on }: PrecheckFacts): boolean => {
  const day = by === 'signing' ? (signedOn ?? on) : on
  return since <= day && (until === null || day <= until)
}

const findingsOf = ({ id, severity, find }: PrecheckRule, facts: PrecheckFacts): PrecheckFinding[] =>
  find(facts).map(({ path = null, code = null, params = {} }) => ({
    ruleId: id,
    severity,
    path,
    code,
    params,
  }))

/** All findings for these facts, the gravest first. */
export const runPrecheck = (facts: PrecheckFacts): PrecheckFinding[] => {
  const findings = PRECHECK_RULES.filter(
    ({ stages, period }) => stages.includes(facts.stage) && holds(period, facts),
  ).flatMap((rule) => findingsOf(rule, facts))
  return PRECHECK_SEVERITIES.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  )
}

/** The blocking findings as field problems, for a refusal. */
export const blockingProblems = (findings: readonly PrecheckFinding[]): FieldProblem[] =>
  findings
    .filter(({ severity }) => severity === 'blocks')
    .map(({ path, code, params }) => ({
      path: path ?? '',
      code: code ?? 'registration.invalid',
      ...(Object.keys(params).length > 0 ? { params: { ...params } } : {}),
    }))

const RULES_BY_ID = new Map<string, PrecheckRule>(PRECHECK_RULES.map((rule) => [rule.id, rule]))

/** Undefined for a rule that has been taken away since. */
export const findPrecheckRule = (id: string): PrecheckRule | undefined => RULES_BY_ID.get(id)

/** The regimes in whose time a rule has held. */
export const regimesOfRule = ({ period: { since, until } }: PrecheckRule): Regime['key'][] =>
  REGIMES.filter(
    (regime) => (regime.until === null || since <= regime.until) && (until === null || regime.since <= until),
  ).map(({ key }) => key)

const written = (name: string, value: string | number, locale: Locale): string =>
  typeof value === 'number' && name.endsWith('Fen') ? formatFen(value, 'yuan', locale) : String(value)

/** The sentence with its params filled in. */
export const fillIn = (text: Bilingual, params: PrecheckParams, locale: Locale): string =>
  (locale === 'en' ? text.en : text.zh).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : written(name, value, locale)
  })

/** The part of a rule's id before the dot. */
export const themeOf = ({ id }: Pick<PrecheckRule, 'id'>): PrecheckTheme =>
  id.slice(0, id.indexOf('.')) as PrecheckTheme
