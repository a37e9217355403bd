import { addDays, type CalendarDate } from '@market/domain'
import { approveReward, draftReward, getReward } from '@market/services/payments'
import { DEMO_DEALS, type DemoDeal } from '../deals/index.ts'
import { onWorkday } from './calendar.ts'
import type { Stage, Step } from './stage.ts'

const SELLER = 'qinglan'

/** The institution's own rule leaves more than the law asks; the market's first plan names the inventors. */
const draft = async (stage: Stage, contractId: string): Promise<void> => {
  const seller = stage.member(SELLER, 'finance')
  const { plan } = await getReward(seller, contractId)
  await draftReward(seller, {
    contractId,
    revision: null,
    plan: {
      ...plan,
      rule: 'own_rule',
      reference: '《科技成果转化收益分配办法》第十二条（示例）',
      inventorPart: 7_000,
      costs: [
        { kind: 'evaluation', note: '价值评估', amountFen: 3_000_000 },
        { kind: 'patent_upkeep', note: '专利维持与代理', amountFen: 1_860_000 },
      ],
    },
  })
}

const dealOf = (title: string): DemoDeal => {
  const deal = DEMO_DEALS.find((each) => each.title === title)
  if (!deal) throw new Error(`There is no deal ${title}.`)
  return deal
}

const after = ({ lastOn }: DemoDeal, days: number): CalendarDate => onWorkday(addDays(lastOn, days))

/** What one university shares with its inventors: one split approved, with money to share; one still a draft. */
export const rewardSteps = (stage: Stage): Step[] => {
  const approved = dealOf('弓网燃弧监测专利独占许可')
  const drafted = dealOf('沃柑褐变分选专利实施许可')
  const idOf = ({ key }: DemoDeal) => stage.idOf(`contract ${key}`)
  return [
    { on: after(approved, 9), minute: 200, run: () => draft(stage, idOf(approved)) },
    {
      on: after(approved, 16),
      minute: 200,
      run: () =>
        approveReward(stage.member(SELLER, 'signatory'), { contractId: idOf(approved), revision: 1 }),
    },
    { on: after(drafted, 9), minute: 200, run: () => draft(stage, idOf(drafted)) },
  ]
}
