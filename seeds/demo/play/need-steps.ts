import { addDays, addMonths, shanghaiDateOf } from '@market/domain'
import { answerNeed, createNeed, publishNeed, submitNeed } from '@market/services/demands'
import { DEMO_NEEDS, type DemoNeed } from '../needs.ts'
import { DEMO_OPERATOR } from '../organizations.ts'
import { onWorkday } from './calendar.ts'
import { fenOf } from './listing-steps.ts'
import type { Stage, Step } from './stage.ts'

const textOf = (stage: Stage, need: DemoNeed) => ({
  titleZh: need.zh.title,
  titleEn: need.en.title,
  problemZh: need.zh.problem,
  problemEn: need.en.problem,
  goalZh: need.zh.goal,
  goalEn: need.en.goal,
  necessityZh: need.zh.necessity,
  necessityEn: need.en.necessity,
  indicators: need.indicators.map(([nameZh, nameEn, unit, present, target]) => ({
    ...{ nameZh, nameEn, unit, present, target },
  })),
  deadlineOn: addMonths(shanghaiDateOf(stage.now()), need.months),
  type: need.type,
  cooperationModes: need.modes,
  ipWish: need.ip,
  budgetMode: need.budgetWan === null ? ('negotiable' as const) : ('range' as const),
  budgetMinFen: need.budgetWan === null ? null : fenOf(need.budgetWan[0]),
  budgetMaxFen: need.budgetWan === null ? null : fenOf(need.budgetWan[1]),
  technicalField: need.field,
  planIndustry: need.industry,
  maturityLevel: need.maturity,
  visibility: need.visibility ?? ('public' as const),
  contactName: '技术部（示例）',
})

const write = async (stage: Stage, need: DemoNeed): Promise<void> => {
  const poster = stage.member(need.poster, 'negotiator')
  const { need: row } = await createNeed(poster, textOf(stage, need))
  stage.remember(`need ${need.key}`, row.id)
  await submitNeed(poster, row.id)
}

const propose = (stage: Stage, need: DemoNeed, proposal: NonNullable<DemoNeed['proposal']>) => {
  const { by, wan, ...text } = proposal
  return answerNeed(stage.member(by, 'negotiator'), {
    needId: stage.idOf(`need ${need.key}`),
    message: '愿意先到现场看一看再细化方案。',
    proposal: { ...text, priceFen: fenOf(wan), mode: need.modes[0] ?? 'commission', ipWish: need.ip },
  })
}

/** Firms post their needs, the operator publishes them, and somebody proposes to solve one. */
export const needSteps = (stage: Stage): Step[] =>
  DEMO_NEEDS.flatMap((need, index) => {
    const minute = 240 + index
    const id = () => stage.idOf(`need ${need.key}`)
    const { proposal } = need
    const steps: Step[] = [{ on: onWorkday(addDays(need.on, -2)), minute, run: () => write(stage, need) }]
    if (need.waiting) return steps
    const reviewer = () => stage.member(DEMO_OPERATOR.key, 'reviewer')
    steps.push({ on: need.on, minute, run: () => publishNeed(reviewer(), { id: id() }) })
    if (proposal) {
      steps.push({ on: onWorkday(addDays(need.on, 9)), minute, run: () => propose(stage, need, proposal) })
    }
    return steps
  })
