/** Where a party sits, seen from the city (or province) the figures are read for. */
export const PLACES = [
  { code: 'home', zh: '本地', en: 'Inside' },
  { code: 'province', zh: '本省其他地区', en: 'Rest of the province' },
  { code: 'country', zh: '外省市', en: 'Other provinces' },
  { code: 'hmt', zh: '港澳台', en: 'Hong Kong, Macao, Taiwan' },
  { code: 'abroad', zh: '国外', en: 'Abroad' },
] as const
export type Place = (typeof PLACES)[number]['code']

/**
 * Which contracts a figure counts: `registered` every one; `output` by the seller's place; `intake` by the buyer's;
 * `self` what stands in both; `unique` output + intake − self, so each contract with a side here once (invariant 8).
 */
export const TURNOVER_VIEWS = [
  { code: 'registered', zh: '登记', en: 'Registered' },
  { code: 'unique', zh: '去重', en: 'Unique' },
  { code: 'output', zh: '输出', en: 'Output' },
  { code: 'intake', zh: '吸纳', en: 'Intake' },
  { code: 'self', zh: '本地互易', en: 'Inside both' },
] as const
export type TurnoverView = (typeof TURNOVER_VIEWS)[number]['code']

/** Every contract is of exactly one class; the views are sums of classes. */
export const FLOW_CLASSES = ['self', 'output_only', 'intake_only', 'elsewhere'] as const
export type FlowClass = (typeof FLOW_CLASSES)[number]

export const flowClassOf = (sellerPlace: Place, buyerPlace: Place): FlowClass => {
  if (sellerPlace === 'home') return buyerPlace === 'home' ? 'self' : 'output_only'
  return buyerPlace === 'home' ? 'intake_only' : 'elsewhere'
}

export const CLASSES_OF_VIEW: Readonly<Record<TurnoverView, readonly FlowClass[]>> = {
  registered: FLOW_CLASSES,
  unique: ['self', 'output_only', 'intake_only'],
  output: ['self', 'output_only'],
  intake: ['self', 'intake_only'],
  self: ['self'],
}
