import { convertsResult, owesNotice } from '../../contracts/index.ts'
import { conversionRulesOn } from '../../regimes/index.ts'
import { conversionLaw, PRACTICE, SINCE_CONVERSION_LAW } from './bases.ts'
import type { PrecheckFacts } from './facts.ts'
import { ALL_STAGES, FORM_STAGES, type PrecheckRule, when } from './rule.ts'

const converts = ({ type, terms: { transferMode } }: PrecheckFacts): boolean =>
  convertsResult({ type, transferMode })
const stateConverts = (facts: PrecheckFacts): boolean => facts.seller.stateOwned && converts(facts)

const noticeOwed = (facts: PrecheckFacts): boolean =>
  owesNotice(
    {
      sellerStateOwned: facts.seller.stateOwned,
      type: facts.type,
      transferMode: facts.terms.transferMode,
      priceMode: facts.listing.priceMode,
    },
    facts.signedOn ?? facts.on,
  )

/** Posted to the end, nothing left standing against it, and the decision behind it on record. */
const noticeDone = ({ notice, on }: PrecheckFacts): boolean =>
  notice !== undefined && notice.endsOn < on && notice.standingObjections === 0 && notice.decided

/** An approved split on record that keeps to the floor. */
const rewardSettled = ({ rewardPart, signedOn, on }: PrecheckFacts): boolean => {
  const floor = conversionRulesOn(signedOn ?? on)?.reward.incomePercent
  return rewardPart !== undefined && floor !== undefined && rewardPart >= floor * 100
}

/** What a state institution owes its own people when it sells or licenses. */
export const DUTY_RULES: readonly PrecheckRule[] = [
  {
    id: 'duties.public_notice',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CONVERSION_LAW,
    ...conversionLaw('18'),
    message: {
      zh: '卖方为国家设立的单位，协议定价的应在本单位公示成果名称和拟交易价格（一般不少于15日）。',
      en: 'A state institution that negotiates the price posts result and price within the institution (usually 15 days).',
    },
    todo: {
      zh: '签订前在平台完成公示，处理异议，并记录集体决策。',
      en: 'Post it here before signing, decide objections and record the collective decision.',
    },
    find: (facts) => when(noticeOwed(facts) && !noticeDone(facts)),
  },
  {
    id: 'duties.related_buyer',
    severity: 'warns',
    stages: FORM_STAGES,
    period: SINCE_CONVERSION_LAW,
    ...PRACTICE,
    message: {
      zh: '卖方为国家设立的单位，受让方为关联方：公示中应说明关联关系。',
      en: 'A state institution sells to a related party: the notice should say so.',
    },
    todo: { zh: '核对公示内容和定价依据。', en: 'Check the notice and how the price was found.' },
    find: (facts) =>
      when(
        stateConverts(facts) && facts.filing?.relatedParties === true && facts.notice?.relatedParty !== true,
        { path: 'relatedParties' },
      ),
  },
  {
    id: 'duties.reward',
    severity: 'informs',
    stages: ALL_STAGES,
    period: SINCE_CONVERSION_LAW,
    ...conversionLaw('45'),
    message: {
      zh: '国家设立的单位转让、许可成果，对完成人的奖励报酬不低于净收入的50%。',
      en: 'A state institution gives at least half of the net income to those who made the result.',
    },
    todo: { zh: '按本单位规定或约定制订分配方案并公示。', en: 'Draw up the distribution and post it.' },
    find: (facts) =>
      when(
        stateConverts(facts) && facts.terms.transferMode !== 'equity_contribution' && !rewardSettled(facts),
      ),
  },
  {
    id: 'duties.reward_shares',
    severity: 'informs',
    stages: ALL_STAGES,
    period: SINCE_CONVERSION_LAW,
    ...conversionLaw('45'),
    message: {
      zh: '国家设立的单位以成果作价投资，从形成的股份中提取不低于50%给予完成人。',
      en: 'Of the shares formed, at least half goes to those who made the result.',
    },
    todo: { zh: '在股权约定中落实完成人份额。', en: 'Put their part into the agreement on the shares.' },
    find: (facts) => when(stateConverts(facts) && facts.terms.transferMode === 'equity_contribution'),
  },
  {
    id: 'duties.annual_report',
    severity: 'informs',
    stages: FORM_STAGES,
    period: SINCE_CONVERSION_LAW,
    ...conversionLaw('21'),
    message: {
      zh: '该合同应列入国家设立单位的年度科技成果转化报告（一般于次年3月30日前提交）。',
      en: 'The contract belongs into the institution’s annual conversion report (usually due on 30 March).',
    },
    todo: { zh: '登记后计入年度报告。', en: 'Count it in the report once registered.' },
    find: (facts) => when(stateConverts(facts)),
  },
]
