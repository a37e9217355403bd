import { parseRegionCode } from '../identifiers/index.ts'
import { refuse } from '../index.ts'

const MAX_SERIAL = 999_999

/** The series a number is counted in: year and region of the registry ('2026450100'). */
export const numberSeriesOf = (year: number, regionCode: string): string => {
  const region = parseRegionCode(regionCode)
  if (!Number.isInteger(year) || year < 1000 || year > 9999 || !region.ok) {
    throw refuse('invalid', 'registration.series_malformed', { year, regionCode })
  }
  return `${year}${region.value}`
}

/**
 * The 16 digits of a platform number: series and serial. Nobody may read year or region back out of them, for
 * numbers of the national system split differently. Refuses 'registration.series_exhausted'.
 */
export const formatRegistrationNumber = (series: string, serial: number): string => {
  if (!/^\d{10}$/.test(series) || !Number.isInteger(serial) || serial < 1) {
    throw refuse('invalid', 'registration.series_malformed', { series, serial })
  }
  if (serial > MAX_SERIAL) throw refuse('limit', 'registration.series_exhausted', { series })
  return `${series}${String(serial).padStart(6, '0')}`
}
