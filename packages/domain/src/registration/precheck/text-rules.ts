import { BY_SIGNING, civilCode, courtInterpretation, PRACTICE, recognitionRules } from './bases.ts'
import { ALL_STAGES, type PrecheckRule, when } from './rule.ts'

/** What the market's own text of a contract lacks or should not say. */
export const TEXT_RULES: readonly PrecheckRule[] = [
  {
    id: 'text.not_agreed',
    severity: 'warns',
    stages: ['contract'],
    period: BY_SIGNING,
    ...PRACTICE,
    message: {
      zh: '合同文本尚未由双方一致接受。',
      en: 'The two sides have not agreed on one text yet.',
    },
    todo: {
      zh: '由未接受的一方接受最新版本，或者提出修改。',
      en: 'The other side accepts the last version or puts its changes forward.',
    },
    find: ({ text }) => when(text?.agreed === false),
  },
  {
    id: 'text.amount_not_stated',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('51'),
    message: {
      zh: '合同文本的价款条款没有写明{contractAmountFen}的合同总额。',
      en: 'The price clause does not state the amount of the contract, {contractAmountFen}.',
    },
    todo: {
      zh: '更新价款条款，使文本与登记金额一致。',
      en: 'Renew the price clause, so that text and figures agree.',
    },
    find: ({ text, contractAmountFen }) =>
      when(text?.amountStated === false, { path: 'contractAmountFen', params: { contractAmountFen } }),
  },
  {
    id: 'text.clause_left_out',
    severity: 'informs',
    stages: ['contract'],
    period: BY_SIGNING,
    ...civilCode('510、845'),
    message: {
      zh: '合同文本没有“{clause}”条款，适用法律的一般规定。',
      en: 'The text has no clause on “{clause}”; what the law says in general then holds.',
    },
    todo: { zh: '确认双方无需另行约定。', en: 'Make sure both sides are content with that.' },
    find: ({ text }) => (text?.left ?? []).map(({ zh, en }) => ({ params: { clause: `${zh} ${en}` } })),
  },
  {
    id: 'text.restrictive_words',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...courtInterpretation('10'),
    message: {
      zh: '“{clause}”条款的表述可能限制技术竞争和技术发展，属于非法垄断技术的情形。',
      en: 'The clause “{clause}” reads like a restraint of technical competition or progress.',
    },
    todo: {
      zh: '删除或者修改该表述；登记员可以据此不予登记。',
      en: 'Take it out or change it; a registrar may refuse the contract for it.',
    },
    find: ({ text }) => (text?.restrictive ?? []).map(({ heading }) => ({ params: { clause: heading } })),
  },
]
