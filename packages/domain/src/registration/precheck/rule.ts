import type { CalendarDate } from '../../index.ts'
import type { Bilingual, LegalBasis } from '../../regimes/index.ts'
import type { PrecheckFacts, PrecheckStage } from './facts.ts'

export const PRECHECK_SEVERITIES = ['blocks', 'warns', 'informs'] as const
/** 'blocks': the form is not taken; 'warns': somebody has to look; 'informs': somebody should know. */
export type PrecheckSeverity = (typeof PRECHECK_SEVERITIES)[number]

export const PRECHECK_THEMES = [
  { code: 'form', zh: '表单', en: 'Form' },
  { code: 'type', zh: '合同类型', en: 'Contract type' },
  { code: 'amounts', zh: '金额', en: 'Amounts' },
  { code: 'dates', zh: '日期与有效期', en: 'Dates and validity' },
  { code: 'rights', zh: '知识产权', en: 'Rights' },
  { code: 'material', zh: '材料', en: 'Material' },
  { code: 'text', zh: '合同文本', en: 'Text of the contract' },
  { code: 'monopoly', zh: '非法垄断技术审查', en: 'Restrictive terms' },
  { code: 'duties', zh: '公示与奖酬', en: 'Notice and reward' },
  { code: 'tax', zh: '税收提示', en: 'Tax hints' },
] as const
export type PrecheckTheme = (typeof PRECHECK_THEMES)[number]['code']

/** Numbers whose name ends in `Fen` are written as money. */
export type PrecheckParams = Readonly<Record<string, string | number>>

/** One place where a rule finds something; `code` is that of the wrapped problem. */
export interface PrecheckHit {
  path?: string
  code?: string
  params?: PrecheckParams
}

/** The stretch of days a rule holds for, by the day of signing or that of the application. */
export interface PrecheckPeriod {
  readonly by: 'signing' | 'application'
  readonly since: CalendarDate
  /** Last day; null while in force. */
  readonly until: CalendarDate | null
}

export interface PrecheckRule extends LegalBasis {
  /** 'theme.what': stable for ever, for it is kept with the record. */
  readonly id: `${PrecheckTheme}.${string}`
  readonly severity: PrecheckSeverity
  readonly stages: readonly PrecheckStage[]
  readonly period: PrecheckPeriod
  /** A question for the registrar to answer by reading the contract, not something found in the data. */
  readonly checklist?: true
  /** With {placeholders} for the params of a hit. */
  readonly message: Bilingual
  readonly todo: Bilingual
  readonly find: (facts: PrecheckFacts) => readonly PrecheckHit[]
}

/** A hit without further ado, when the condition holds. */
export const when = (condition: boolean, hit: PrecheckHit = {}): readonly PrecheckHit[] =>
  condition ? [hit] : []

export const ALL_STAGES: readonly PrecheckStage[] = ['contract', 'filing', 'review']
export const FORM_STAGES: readonly PrecheckStage[] = ['filing', 'review']
export const REVIEW_ONLY: readonly PrecheckStage[] = ['review']
