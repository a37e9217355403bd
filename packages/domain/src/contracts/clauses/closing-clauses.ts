import { civilCode, recognitionRules } from '../../regimes/index.ts'
import { always, type Clause } from './clause.ts'
import { day, numbered } from './words.ts'

/** Registration, disputes and what makes the contract bind. */
export const CLOSING_CLAUSES: readonly Clause[] = [
  {
    id: 'registration',
    heading: { zh: '认定登记', en: 'Registration' },
    applies: always,
    mandatory: false,
    ...recognitionRules('6'),
    reason: {
      zh: '登记以自愿为原则；未登记的不能享受税收等优惠。',
      en: 'Registration is voluntary; without it there are no benefits.',
    },
    body: () => ({
      zh: '合同生效后，由依法应当申请的一方申请技术合同认定登记，另一方提供必要的材料。',
      en: 'Once in effect, the side that has to applies for registration of the contract; the other gives what is needed.',
    }),
  },
  {
    id: 'disputes',
    heading: { zh: '争议解决', en: 'Disputes' },
    applies: always,
    mandatory: false,
    ...civilCode('470'),
    reason: {
      zh: '未约定的，由被告住所地或者合同履行地有管辖权的人民法院管辖。',
      en: 'Unsaid, the courts at the defendant’s seat or the place of performance decide.',
    },
    body: () => ({
      zh: '因本合同发生的争议，双方先行协商；协商不成的，向被告住所地有管辖权的人民法院提起诉讼。',
      en: 'The parties first try to settle a dispute; failing that, the competent court at the defendant’s seat decides.',
    }),
  },
  {
    id: 'language',
    heading: { zh: '文本', en: 'Languages' },
    applies: always,
    mandatory: true,
    ...civilCode('466'),
    reason: {
      zh: '两种文字不一致而未约定以何者为准的，难以解释。',
      en: 'Two texts without a word on which governs are hard to construe.',
    },
    body: () => ({
      zh: '本合同以中文订立，英文为参考译文；两者不一致的，以中文为准。',
      en: 'This contract is made in Chinese; the English stands beside it for reference, and the Chinese governs.',
    }),
  },
  {
    id: 'effect',
    heading: { zh: '签署与生效', en: 'Signing and effect' },
    applies: always,
    mandatory: true,
    ...civilCode('851、863'),
    reason: {
      zh: '技术开发、转让、许可合同应当采用书面形式；可靠的电子签名与手写签名或者盖章具有同等效力（电子签名法第十四条）。',
      en: 'Development, transfer and licence contracts are made in writing; a reliable electronic signature equals a hand-written one (Electronic Signature Law art. 14).',
    },
    body: ({ signedOn, effectiveOn }) =>
      numbered(
        {
          zh: `本合同由双方签署人以数据电文形式签署，或者签字盖章后上传存证${signedOn === null ? '' : `，签订日期为${day(signedOn).zh}`}。`,
          en: `The signatories of both sides sign it electronically, or sign and seal it on paper and keep the scan on record${signedOn === null ? '' : `; it is dated ${day(signedOn).en}`}.`,
        },
        effectiveOn === null
          ? { zh: '本合同自双方签署完毕之日起生效。', en: 'It takes effect on the day both have signed.' }
          : {
              zh: `本合同自${day(effectiveOn).zh}起生效。`,
              en: `It takes effect on ${day(effectiveOn).en}.`,
            },
      ),
  },
]
