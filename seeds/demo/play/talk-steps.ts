import { agreeToBrokerage, proposeBroker, sendMessage } from '@market/services/licensing'
import { DEMO_TALKS, type TalkAct } from '../talks.ts'
import type { Stage, Step } from './stage.ts'

const play = async (stage: Stage, request: string, act: TalkAct): Promise<void> => {
  const context = stage.member(act.by, 'negotiator')
  const requestId = stage.idOf(`request ${request}`)
  switch (act.act) {
    case 'message':
      await sendMessage(context, { requestId, body: act.words, fileIds: [] })
      return
    case 'propose_broker': {
      const { commission, words } = act
      const organizationId = stage.idOf(`organization ${act.broker}`)
      const { id } = await proposeBroker(context, { requestId, organizationId, commission, words })
      stage.remember(`brokerage ${request}`, id)
      return
    }
    case 'agree_to_broker':
      await agreeToBrokerage(context, stage.idOf(`brokerage ${request}`))
  }
}

/** The two sides write to each other, and call in somebody to bring them together. */
export const talkSteps = (stage: Stage): Step[] =>
  DEMO_TALKS.flatMap(({ request, acts }) =>
    acts.map(({ on, ...act }, index) => ({
      on,
      minute: 500 + index,
      run: () => play(stage, request, act),
    })),
  )
