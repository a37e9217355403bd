import type { Registration } from '@market/contracts/registration'

/** What the table of non-technical items leaves open between the two amounts, in fen. */
export const unexplainedFen = ({
  contractAmountFen,
  technologyAmountFen,
  nonTechnicalItems,
}: Registration['form']): number =>
  nonTechnicalItems.reduce((rest, { amountFen }) => rest - amountFen, contractAmountFen - technologyAmountFen)
