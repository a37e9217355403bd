import { createTableFiles } from '@market/adapters/tables'
import { draftStatistics, publishStatistics } from '@market/services/indicators'
import { DEMO_AUTHORITY } from '../organizations.ts'
import { DEMO_STATISTICS } from '../statistics.ts'
import type { Stage, Step } from './stage.ts'

/** The authority loads what others have published: checked as a draft, then open to everybody. */
export const statisticsSteps = (stage: Stage): Step[] =>
  DEMO_STATISTICS.map(({ rows, loadedOn, ...stated }, index) => ({
    on: loadedOn,
    minute: 120 + index,
    run: async () => {
      const editor = stage.member(DEMO_AUTHORITY.key, 'editor')
      const content = new TextEncoder().encode(rows.join('\n'))
      const { id } = await draftStatistics(editor, createTableFiles(), { ...stated, content })
      await publishStatistics(editor, id)
    },
  }))
