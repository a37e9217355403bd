import type { Bilingual } from '../../regimes/index.ts'
import { courtInterpretation, SINCE_CIVIL_CODE } from './bases.ts'
import { type PrecheckRule, REVIEW_ONLY } from './rule.ts'

/** The six kinds of the Supreme Court's list: only a person who reads the contract can answer them. */
const KINDS: readonly [name: string, message: Bilingual][] = [
  [
    'improvement',
    {
      zh: '是否限制在合同技术基础上进行新的研究开发、使用改进技术，或要求不对等地交换改进技术？',
      en: 'Does it restrict research on the technology or use of improvements, or demand them back on unequal terms?',
    },
  ],
  [
    'other_sources',
    {
      zh: '是否限制从其他来源获得与技术提供方类似或者竞争的技术？',
      en: 'Does it bar the other side from similar or competing technology of others?',
    },
  ],
  [
    'exploitation',
    {
      zh: '是否不合理地限制产品的数量、品种、价格、销售渠道或出口市场？',
      en: 'Does it limit quantity, range, price, sales channels or export without good reason?',
    },
  ],
  [
    'tie_in',
    {
      zh: '是否要求接受并非实施技术必不可少的附带条件（技术、原材料、设备、服务、人员）？',
      en: 'Does it tie in technology, material, equipment, services or staff that are not needed?',
    },
  ],
  [
    'supply_sources',
    {
      zh: '是否不合理地限制购买原材料、零部件、产品或设备的渠道或来源？',
      en: 'Does it limit where material, parts, products or equipment may be bought?',
    },
  ],
  [
    'no_challenge',
    {
      zh: '是否禁止对合同标的知识产权的有效性提出异议，或者附加条件？',
      en: 'Does it forbid questioning the validity of the rights, or make that costly?',
    },
  ],
]

export const MONOPOLY_RULES: readonly PrecheckRule[] = KINDS.map(([name, message]) => ({
  id: `monopoly.${name}`,
  severity: 'informs',
  stages: REVIEW_ONLY,
  period: SINCE_CIVIL_CODE,
  ...courtInterpretation('10'),
  checklist: true,
  message,
  todo: {
    zh: '有此条款的，要求修改；拒不修改的，可以“非法垄断技术”不予登记。',
    en: 'Ask for it to be changed; a contract that keeps it may be refused as monopolizing technology.',
  },
  find: () => [{ path: 'documents' }],
}))
