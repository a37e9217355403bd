import type { Commission } from '@market/domain/licensing'

export type TalkAct =
  | { act: 'message'; by: string; words: string }
  | { act: 'propose_broker'; by: string; broker: string; commission: Commission; words: string }
  | { act: 'agree_to_broker'; by: string }

/** What was said and arranged within the talks of one request. */
export interface DemoTalk {
  request: string
  acts: readonly (TalkAct & { on: string })[]
}

export const DEMO_TALKS: readonly DemoTalk[] = [
  {
    request: 'talk-slag',
    acts: [
      {
        on: '2026-10-08',
        act: 'message',
        by: 'guihai',
        words: '冬雨季的凝结时间和七天强度，能否先给一组现场数据？',
      },
      {
        on: '2026-10-09',
        act: 'message',
        by: 'qinglan',
        words: '有横州路段的两季记录：初凝四小时十分，七天强度二十六兆帕，可在签订后提供全部原始数据。',
      },
      {
        on: '2026-10-12',
        act: 'propose_broker',
        by: 'guihai',
        broker: 'hengxin',
        commission: { payer: 'both', ratePercent: 2, amountFen: null },
        words: '核对试验数据，协助商定价款与验收办法',
      },
      { on: '2026-10-13', act: 'agree_to_broker', by: 'hengxin' },
      { on: '2026-10-14', act: 'agree_to_broker', by: 'qinglan' },
      {
        on: '2026-10-16',
        act: 'message',
        by: 'hengxin',
        words: '双方对价款的差距主要在质保期。建议按两年质保、分两期付款再议一轮。',
      },
    ],
  },
  {
    request: 'talk-housing',
    acts: [
      {
        on: '2026-11-03',
        act: 'message',
        by: 'guihai',
        words: '请把模具设计与试模次数分列，便于内部评审。',
      },
      {
        on: '2026-11-05',
        act: 'propose_broker',
        by: 'qinglan',
        broker: 'wuxiang',
        commission: { payer: 'seller', ratePercent: null, amountFen: 3_000_000 },
        words: '协助起草技术服务合同并办理登记',
      },
    ],
  },
]
