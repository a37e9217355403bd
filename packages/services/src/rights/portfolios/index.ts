export { createPortfolio, type PortfolioInput } from './create-portfolio.ts'
export { deletePortfolio } from './delete-portfolio.ts'
export { type EditPortfolioInput, editPortfolio } from './edit-portfolio.ts'
export { offerPortfolio } from './offer-portfolio.ts'
export {
  getPortfolio,
  type ListedPortfolio,
  listPortfolios,
  type PortfolioView,
} from './read-portfolios.ts'
