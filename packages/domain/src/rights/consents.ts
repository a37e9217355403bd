import type { ConsentKind, TransferMode } from '../codes/index.ts'

export interface NeededConsent {
  rightId: string
  kind: ConsentKind
  /** Whose consent it is, by name. */
  party: string
}

export interface BurdenedRight {
  id: string
  owners: readonly { name: string; organizationId: string | null }[]
  /** Names of the pledgees whose pledge stands. */
  pledgees: readonly string[]
}

/** Ways that dispose of the right or let somebody else use it. */
const DISPOSING: readonly TransferMode[] = [
  'assignment',
  'exclusive_licence',
  'sole_licence',
  'ordinary_licence',
  'open_licence',
  'equity_contribution',
]

export const disposesOfRight = (mode: TransferMode): boolean => DISPOSING.includes(mode)

export interface ConsentingSeller {
  organizationId: string
  names: readonly string[]
}

/**
 * Whose agreement a deal needs beside the seller's: of every co-owner, save for an ordinary licence, which each may grant
 * alone (Patent Law art. 14); of every pledgee for any licence or transfer (Civil Code art. 444).
 */
export const neededConsents = (
  mode: TransferMode,
  rights: readonly BurdenedRight[],
  seller: ConsentingSeller,
): NeededConsent[] => {
  if (!disposesOfRight(mode)) return []
  const isSeller = (owner: BurdenedRight['owners'][number]): boolean =>
    owner.organizationId === seller.organizationId || seller.names.includes(owner.name)
  return rights.flatMap(({ id: rightId, owners, pledgees }) => {
    const others = owners.length > 1 && mode !== 'ordinary_licence' ? owners.filter((o) => !isSeller(o)) : []
    return [
      ...others.map(({ name: party }): NeededConsent => ({ rightId, kind: 'co_owner', party })),
      ...pledgees.map((party): NeededConsent => ({ rightId, kind: 'pledgee', party })),
    ]
  })
}
