export { activateLicence } from './activate-licence.ts'
export {
  type LicenceOfferList,
  type LicenceOfferView,
  type LicenceOrderView,
  listLicenceOffers,
  listLicenceOrders,
  type Publishable,
} from './list-licence-offers.ts'
export type { LicenceOfferRow, LicenceOrderRow } from './offer-records.ts'
export { type PublishLicenceOfferInput, publishLicenceOffer } from './publish-licence-offer.ts'
export type { TakeLicenceInput } from './require-takeable.ts'
export { type TakenLicence, takeLicence } from './take-licence.ts'
export { withdrawLicenceOffer } from './withdraw-licence-offer.ts'
export type { LicenceTools } from './write-licence-contract.ts'
