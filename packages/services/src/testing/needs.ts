import type { Database } from '@market/database'
import {
  answerNeed,
  createNeed,
  type NeedEdit,
  type NeedRow,
  publishNeed,
  submitNeed,
} from '../demands/index.ts'
import type { MemberActor } from '../index.ts'
import { testContext } from './context.ts'
import { makeActor } from './fixtures.ts'

/** Everything a need must say before it can be submitted. */
export const needText = (changes: NeedEdit = {}): NeedEdit => ({
  titleZh: '糖蜜酒精废液低能耗处理',
  titleEn: 'Low-energy treatment of molasses waste liquor',
  problemZh: '现有蒸发浓缩能耗高，糖蜜废液吸附材料再生次数少。',
  goalZh: '吸附材料可再生二十次以上。',
  indicators: [{ nameZh: '再生次数', nameEn: 'Regenerations', unit: '次', present: '5', target: '≥ 20' }],
  deadlineOn: '2027-12-31',
  type: 'key_technology',
  cooperationModes: ['commission', 'licence'],
  ipWish: 'shared',
  budgetMode: 'range',
  budgetMinFen: 50_000_000,
  budgetMaxFen: 150_000_000,
  necessityZh: '环保排放标准提高。',
  technicalField: '07',
  planIndustry: 'energy_saving_environment',
  contactName: '韦工',
  ...changes,
})

export const proposalText = (changes = {}) => ({
  approach: '以改性蔗渣为载体。',
  evidence: '已完成小试。',
  team: '五名研究人员。',
  months: 18,
  priceFen: 80_000_000,
  mode: 'commission' as const,
  ipWish: 'shared' as const,
  ...changes,
})

/** A need posted by a company and published by the operator. */
export const makePublishedNeed = async (
  db: Database,
  poster: MemberActor,
  changes: NeedEdit = {},
): Promise<NeedRow> => {
  const { need } = await createNeed(testContext(db, poster), needText(changes))
  await submitNeed(testContext(db, poster), need.id)
  const reviewer = await makeActor(db, 'operator', ['reviewer'])
  return (await publishNeed(testContext(db, reviewer), { id: need.id })).need
}

/** A proposal to a need. */
export const propose = (db: Database, proposer: MemberActor, needId: string) =>
  answerNeed(testContext(db, proposer), { needId, message: '', proposal: proposalText() })
