import { feesFrom, type UseFirst } from '../../licensing/index.ts'
import { type Bilingual, civilCode } from '../../regimes/index.ts'
import type { Clause, ClauseFacts } from './clause.ts'
import { day, money, numbered } from './words.ts'

const graceLine = ({ terms, effectiveOn }: ClauseFacts, { graceMonths }: UseFirst): Bilingual => {
  const from = effectiveOn === null ? null : day(feesFrom(terms, effectiveOn))
  return {
    zh: `自合同生效之日起${graceMonths}个月内，甲方可按约定范围使用合同技术，不支付使用费${from ? `；使用费自${from.zh}起计付` : ''}。`,
    en: `For ${graceMonths} months from the effective day Party A may use the technology within the scope agreed and owes no fee${from ? `; fees run from ${from.en}` : ''}.`,
  }
}

const feeLine = ({ terms, contractAmountFen }: ClauseFacts, { parts, everyMonths }: UseFirst): Bilingual => {
  if (terms.royaltyRatePercent !== null) {
    return {
      zh: '期满后甲方以经证明的销售为基数支付提成；期满之前的销售不计提成。',
      en: 'After that Party A pays the royalty on sales that are proven; sales before are not counted.',
    }
  }
  const total = money(contractAmountFen)
  if (parts === null || parts === 1) {
    return {
      zh: `合同总额${total.zh}，于期满次日一次付清。`,
      en: `The whole sum, ${total.en}, is paid on the day after in one amount.`,
    }
  }
  return {
    zh: `合同总额${total.zh}，分${parts}期等额支付（除不尽的部分计入最后一期），第一期于期满次日支付，此后每${everyMonths ?? 12}个月一期。`,
    en: `The whole sum, ${total.en}, is paid in ${parts} equal parts (what does not divide goes with the last one): the first on the day after, then one every ${everyMonths ?? 12} months.`,
  }
}

const STOP_LINE: Bilingual = {
  zh: '甲方不再继续使用的，应当在上述期限届满前书面通知乙方；合同自通知之日终止，甲方停止使用并交还技术资料，不支付使用费。未通知的，视为继续使用并按约定付款。',
  en: 'If Party A does not go on using it, it says so in writing before these months are over: the contract ends with that day, Party A stops, returns the documents and owes no fee. Without such word it goes on and pays as agreed.',
}

/** Use first, pay later: when fees begin, how they are then paid, and how the licensee gets out before. */
export const USE_FIRST_CLAUSE: Clause = {
  id: 'use_first',
  heading: { zh: '先使用后付费', en: 'Use first, pay later' },
  applies: ({ terms }) => terms.useFirst !== undefined,
  mandatory: true,
  ...civilCode('846'),
  reason: {
    zh: '使用费的支付方式由当事人约定；起付时间和不再使用的后果不写明，价款即不明确。',
    en: 'How fees are paid is for the parties to say; unsaid from when on, and what ends them, the price is unclear.',
  },
  body: (facts) => {
    const { useFirst } = facts.terms
    if (useFirst === undefined) throw new Error('The clause applies to deferred fees alone.')
    return numbered(graceLine(facts, useFirst), feeLine(facts, useFirst), STOP_LINE)
  },
}
