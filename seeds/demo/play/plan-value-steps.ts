import { recordIndicatorValue } from '@market/services/indicators'
import { DEMO_AUTHORITY } from '../organizations.ts'
import { DEMO_INDICATOR_VALUES, VALUES_PLAN, VALUES_SOURCE } from '../plan-values.ts'
import type { Stage, Step } from './stage.ts'

/** In March of the next year the authority enters what others have counted. */
export const planValueSteps = (stage: Stage): Step[] =>
  DEMO_INDICATOR_VALUES.flatMap(({ indicator, values }, at) =>
    values.map(([year, value]) => {
      const publishedOn = `${year + 1}-03-15`
      return {
        on: publishedOn,
        minute: 300 + at,
        run: async () => {
          await recordIndicatorValue(stage.member(DEMO_AUTHORITY.key, 'editor'), {
            ...{ planKey: VALUES_PLAN, indicatorKey: indicator, year, value, publishedOn },
            source: VALUES_SOURCE,
            reason: '',
          })
        },
      }
    }),
  )
