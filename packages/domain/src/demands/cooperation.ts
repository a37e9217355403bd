import type { CooperationMode, TransferMode } from '../codes/index.ts'

const TRANSFER_MODES_OF: Readonly<Record<CooperationMode, readonly TransferMode[]>> = {
  commission: ['commissioned_development'],
  joint: ['joint_development'],
  assignment: ['assignment'],
  licence: ['ordinary_licence', 'open_licence', 'sole_licence', 'exclusive_licence'],
  equity: ['equity_contribution'],
  consulting: ['technical_service'],
}

const DEVELOPMENT = ['commissioned_development', 'joint_development'] as const

/** The ways of transfer that a company's wish for cooperation comes down to. */
export const transferModesOf = (modes: readonly CooperationMode[]): TransferMode[] => [
  ...new Set(modes.flatMap((mode) => TRANSFER_MODES_OF[mode])),
]

/** What a deal over a proposal may be: what was wished for, and development in any case, for nothing is there yet. */
export const proposalModes = (modes: readonly CooperationMode[]): TransferMode[] => [
  ...new Set([...transferModesOf(modes), ...DEVELOPMENT]),
]

/** The way a proposal in this mode begins its talks with. */
export const firstTransferMode = (mode: CooperationMode): TransferMode =>
  TRANSFER_MODES_OF[mode][0] ?? 'commissioned_development'
