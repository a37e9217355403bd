import type { ListingKind, TransferMode } from '../codes/index.ts'
import type { CalendarDate } from '../index.ts'
import { isLicence } from '../licensing/index.ts'
import { type ContractSubType, type ContractType, regimeFor, typeOfSubType } from '../regimes/index.ts'

const ASSIGNMENTS: Readonly<Record<ListingKind, ContractSubType>> = {
  granted_patent: 'ZR_PATENT',
  patent_application: 'ZR_APPLICATION',
  know_how: 'ZR_KNOW_HOW',
  software_copyright: 'ZR_SOFTWARE',
  plant_variety: 'ZR_VARIETY',
  ic_layout: 'ZR_LAYOUT',
  research_result: 'ZR_KNOW_HOW',
}

const LICENCES: Readonly<Record<ListingKind, ContractSubType>> = {
  granted_patent: 'XK_PATENT',
  patent_application: 'XK_PATENT',
  know_how: 'XK_KNOW_HOW',
  software_copyright: 'XK_SOFTWARE',
  plant_variety: 'XK_VARIETY',
  ic_layout: 'XK_LAYOUT',
  research_result: 'XK_KNOW_HOW',
}

const subTypeFor = (mode: TransferMode, kind: ListingKind | null): ContractSubType => {
  // What is handed over without a listing is not registered yet: a technical secret.
  if (kind === null) return subTypeFor(mode, 'know_how')
  if (isLicence(mode)) return LICENCES[kind]
  if (mode === 'commissioned_development') return 'KF_COMMISSIONED'
  if (mode === 'joint_development') return 'KF_JOINT'
  if (mode === 'technical_service') return 'FW_GENERAL'
  // Technology contributed for shares is registered as a transfer.
  return ASSIGNMENTS[kind]
}

/**
 * The type and sub-type a deal most likely has under the regime of its signing date; people may change it. `kind` is
 * null where the deal stands on a proposal and not on a listing.
 */
export const suggestContractType = (
  mode: TransferMode,
  kind: ListingKind | null,
  signedOn: CalendarDate,
): { type: ContractType; subType: ContractSubType } => {
  const subType = subTypeFor(mode, kind)
  return { type: typeOfSubType(regimeFor(signedOn), subType) ?? 'FW', subType }
}
