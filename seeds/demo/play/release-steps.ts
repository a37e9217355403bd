import { addYears, yearOf } from '@market/domain'
import { releaseTurnover, releaseTurnoverOfMonth } from '@market/services/indicators'
import { DEMO_DEALS } from '../deals/index.ts'
import type { Stage, Step } from './stage.ts'

const FROM_NINE_TO_MIDNIGHT = -9 * 60

/** Years with deals, without the running one. */
const yearsOver = (): number[] => {
  const years = [...new Set(DEMO_DEALS.map(({ lastOn }) => yearOf(lastOn)))]
  return years.filter((year) => year < Math.max(...years))
}

/** When a year is over its figures are released, so that the public can look back at each. */
export const releaseSteps = (stage: Stage): Step[] =>
  yearsOver().map((year) => ({
    on: addYears(`${year}-01-01`, 1),
    minute: FROM_NINE_TO_MIDNIGHT,
    run: () => releaseTurnoverOfMonth(stage.as(null)),
  }))

/** The running year, as the authority releases it on the last day played. */
export const releaseNow = (stage: Stage) => releaseTurnover(stage.member('authority', 'reviewer'))
