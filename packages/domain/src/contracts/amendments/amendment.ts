import type { CalendarDate, Fen } from '../../index.ts'
import type { ContractAmounts } from '../contract-problems.ts'

export const CLAUSE_CHANGES = ['replaced', 'added', 'removed'] as const
export type ClauseChange = (typeof CLAUSE_CHANGES)[number]

export const MAX_AMENDED_CLAUSES = 20

/** One clause as an amendment has it. Chinese governs; English stands beside it where it was written. */
export interface AmendedClause {
  change: ClauseChange
  /** Number of the article of the signed text; null for what is added. */
  article: number | null
  headingZh: string
  headingEn: string
  zh: string
  en: string
}

/** What a contract states of money and time. */
export interface ContractStanding extends ContractAmounts {
  endsOn: CalendarDate | null
}

/** What an amendment puts in their place; null stays as it is. */
export interface AmendedFigures {
  contractAmountFen: Fen | null
  technologyAmountFen: Fen | null
  endsOn: CalendarDate | null
}

export interface AmendmentDraft extends AmendedFigures {
  title: string
  effectiveOn: CalendarDate
  clauses: readonly AmendedClause[]
}

/** What the contract states once an amendment is in force. */
export const amendedBy = (standing: ContractStanding, figures: AmendedFigures): ContractStanding => ({
  contractAmountFen: figures.contractAmountFen ?? standing.contractAmountFen,
  technologyAmountFen: figures.technologyAmountFen ?? standing.technologyAmountFen,
  endsOn: figures.endsOn ?? standing.endsOn,
})

/** What the contract states after all of its amendments in force, the first first. */
export const standingAfter = (
  signed: ContractStanding,
  amendments: readonly AmendedFigures[],
): ContractStanding => amendments.reduce(amendedBy, { ...figuresOf(signed) })

const figuresOf = ({ contractAmountFen, technologyAmountFen, endsOn }: ContractStanding) => ({
  contractAmountFen,
  technologyAmountFen,
  endsOn,
})

/** Figures named again as they stand already change nothing. */
export const realChanges = (standing: ContractStanding, figures: AmendedFigures): AmendedFigures => ({
  contractAmountFen: differing(figures.contractAmountFen, standing.contractAmountFen),
  technologyAmountFen: differing(figures.technologyAmountFen, standing.technologyAmountFen),
  endsOn: differing(figures.endsOn, standing.endsOn),
})

const differing = <Value>(given: Value | null, standing: Value | null): Value | null =>
  given === standing ? null : given
