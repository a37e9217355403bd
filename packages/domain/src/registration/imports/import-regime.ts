import type { CalendarDate } from '../../index.ts'
import { REGIMES, type Regime, regimeFor } from '../../regimes/index.ts'

/** The regime of the signing date; what is older than the first one we know is judged by that one. */
export const regimeOfImport = (signedOn: CalendarDate): Regime => {
  const [oldest] = REGIMES
  return oldest !== undefined && signedOn < oldest.since ? oldest : regimeFor(signedOn)
}
