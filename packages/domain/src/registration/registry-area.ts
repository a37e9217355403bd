import { cityOf, isWithinRegion, regionLevelOf } from '../identifiers/index.ts'

/** A registry works for its city, one of a province for the province. */
const registryArea = (registryRegionCode: string): string =>
  regionLevelOf(registryRegionCode) === 'province' ? registryRegionCode : cityOf(registryRegionCode)

/** Whether an applicant stands where this registry registers. */
export const standsInArea = (applicantRegionCode: string, registryRegionCode: string): boolean =>
  isWithinRegion(applicantRegionCode, registryArea(registryRegionCode))
