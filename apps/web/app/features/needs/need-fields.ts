import type { Need } from '@market/contracts/demands'
import { readForm, type TypedValues, typedValues } from '../../lib/read-form.ts'

export const INDICATOR_PARTS = ['nameZh', 'nameEn', 'unit', 'present', 'target'] as const
const ROWS = 20
const SPARE_ROWS = 2
/** Organizations that can be named at once; saving makes room for more. */
export const INVITED_ROWS = 3

type Row = Record<(typeof INDICATOR_PARTS)[number], string>

const rowsIn = (typed: TypedValues): number =>
  Object.keys(typed).filter((path) => /^indicators\.\d+\.target$/.test(path)).length

/** The rows of the indicator table, with empty ones to write into. */
export function indicatorRows({ indicators }: Need, typed: TypedValues | undefined): Row[] {
  const typedRows = typed ? rowsIn(typed) : 0
  const count = Math.min(ROWS, Math.max(indicators.length || 1, typedRows - SPARE_ROWS) + SPARE_ROWS)
  return Array.from({ length: count }, (_, at) => {
    const stored = indicators[at]
    const parts = INDICATOR_PARTS.map((part) => [
      part,
      typed ? (typed[`indicators.${at}.${part}`] ?? '') : (stored?.[part] ?? ''),
    ])
    return Object.fromEntries(parts) as Row
  })
}

const TEXTS = [
  'titleZh',
  'titleEn',
  'problemZh',
  'problemEn',
  'goalZh',
  'goalEn',
  'necessityZh',
  'necessityEn',
  'benchmarkZh',
  'benchmarkEn',
  'conditionsZh',
  'conditionsEn',
  'contactName',
  'contactPhone',
  'contactEmail',
  'regionCode',
] as const
const CHOICES = [
  'deadlineOn',
  'type',
  'ipWish',
  'budgetMode',
  'technicalField',
  'planIndustry',
  'industryClass',
  'visibility',
  'contactVisibility',
] as const

const listOf = (text: string): string[] =>
  text
    .split(/[;；,，\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What the editor says, as the API wants it, and what could not be read. */
export function readNeedForm(form: FormData) {
  const read = readForm(form)
  const rows = Array.from(
    { length: ROWS },
    (_, at) =>
      Object.fromEntries(INDICATOR_PARTS.map((part) => [part, read.text(`indicators.${at}.${part}`)])) as Row,
  )
  const maturity = read.number('maturityLevel')
  const input = {
    ...Object.fromEntries(TEXTS.map((name) => [name, read.text(name)])),
    ...Object.fromEntries(CHOICES.map((name) => [name, read.choice(name)])),
    cooperationModes: read.all('cooperationModes'),
    indicators: rows.filter((row) => Object.values(row).some((part) => part !== '')),
    budgetMinFen: read.yuan('budgetMinFen'),
    budgetMaxFen: read.yuan('budgetMaxFen'),
    solverShareFen: read.yuan('solverShareFen'),
    maturityLevel: maturity,
    ipcSymbols: listOf(read.text('ipcSymbols')),
    invitedIds: read.all('invitedIds'),
  }
  const invitedNames = Array.from({ length: INVITED_ROWS }, (_, at) => read.text(`invitedNames.${at}`))
  return { input, invitedNames, problems: read.problems }
}

/** What stands in the form, to show again as it was. */
export interface NeedValues {
  typed: TypedValues
  cooperationModes: string[]
  invitedIds: string[]
}

export function needValues(form: FormData): NeedValues {
  const { all } = readForm(form)
  return {
    typed: typedValues(form),
    cooperationModes: all('cooperationModes'),
    invitedIds: all('invitedIds'),
  }
}
