import type { Fen } from '../index.ts'

export interface ShareFacts {
  contractAmountFen: Fen
  technologyAmountFen: Fen
  /** Received under the contract before this amount. */
  receivedBeforeFen: Fen
}

/**
 * The technical part of money received, in the proportion of the contract. Reckoned on the running sum, so that the
 * parts of all receipts make up the technology amount to the fen; beyond the contract amount nothing more is technical.
 */
export const technologyShare = (amountFen: Fen, facts: ShareFacts): Fen => {
  const { contractAmountFen, technologyAmountFen, receivedBeforeFen } = facts
  const upTo = (sumFen: Fen): Fen => {
    const counted = BigInt(Math.min(sumFen, contractAmountFen))
    return Number((counted * BigInt(technologyAmountFen)) / BigInt(contractAmountFen))
  }
  return upTo(receivedBeforeFen + amountFen) - upTo(receivedBeforeFen)
}
