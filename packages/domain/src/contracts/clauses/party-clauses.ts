import { civilCode, recognitionRules } from '../../regimes/index.ts'
import { always, type Clause, type ClauseParty, ofType } from './clause.ts'
import { paragraphs, rolesOf } from './words.ts'

const named = ({ nameZh, creditCode }: ClauseParty) =>
  creditCode === null ? nameZh : `${nameZh}（统一社会信用代码：${creditCode}）`
const namedEn = ({ nameZh, nameEn, creditCode }: ClauseParty) => {
  const name = nameEn.trim() === '' ? nameZh : nameEn
  return creditCode === null ? name : `${name} (unified social credit code ${creditCode})`
}

/** Who contracts and over what. */
export const PARTY_CLAUSES: readonly Clause[] = [
  {
    id: 'parties',
    heading: { zh: '当事人', en: 'Parties' },
    applies: always,
    mandatory: true,
    ...civilCode('470'),
    reason: {
      zh: '主体不明确的合同不予认定登记。',
      en: 'A contract that does not name its parties is not registered.',
    },
    body: ({ type, seller, buyer }) => {
      const roles = rolesOf(type)
      return paragraphs(
        {
          zh: `甲方（${roles.buyer.zh}）：${named(buyer)}`,
          en: `Party A (${roles.buyer.en}): ${namedEn(buyer)}`,
        },
        {
          zh: `乙方（${roles.seller.zh}）：${named(seller)}`,
          en: `Party B (${roles.seller.en}): ${namedEn(seller)}`,
        },
      )
    },
  },
  {
    id: 'subject',
    heading: { zh: '合同标的', en: 'Subject' },
    applies: always,
    mandatory: true,
    ...civilCode('845'),
    reason: {
      zh: '标的不明确、登记人员不能了解其技术内容的，不予认定登记。',
      en: 'A registrar must be able to tell from the contract what the technology is.',
    },
    body: ({ title, type, subject }) => {
      const about = {
        KF: [
          `乙方就“${subject.zh}”进行研究开发，并向甲方交付研究开发成果。`,
          `Party B carries out research and development on “${subject.en}” and hands the results over to Party A.`,
        ],
        ZR: [
          `乙方将“${subject.zh}”所涉权利让与甲方。`,
          `Party B assigns the rights in “${subject.en}” to Party A.`,
        ],
        XK: [
          `乙方许可甲方实施、使用“${subject.zh}”。`,
          `Party B licenses Party A to practise and use “${subject.en}”.`,
        ],
        ZX: [
          `乙方就“${subject.zh}”向甲方提供可行性论证、技术预测、专题技术调查或者分析评价报告。`,
          `Party B gives Party A a feasibility study, forecast, survey or assessment on “${subject.en}”.`,
        ],
        FW: [
          `乙方以技术知识为甲方解决“${subject.zh}”的特定技术问题。`,
          `Party B uses its technical knowledge to solve the technical problem of “${subject.en}” for Party A.`,
        ],
      }[type]
      const [zh = '', en = ''] = about
      return paragraphs({ zh: `合同名称：${title}`, en: `Title of the contract: ${title}` }, { zh, en })
    },
  },
  {
    id: 'technical_requirements',
    heading: { zh: '技术内容和要求', en: 'Technical content and requirements' },
    applies: ofType('KF', 'ZX', 'FW'),
    mandatory: true,
    ...recognitionRules('14'),
    reason: {
      zh: '工作内容、要求和成果形式是登记员判断合同类型的依据。',
      en: 'Work, requirements and result are what the registrar tells the type by.',
    },
    body: ({ type, subject }) =>
      type === 'KF'
        ? paragraphs(
            {
              zh: `1. 研究开发的对象是尚未掌握的新技术、新产品、新工艺、新品种或者新材料及其系统，具体为：${subject.zh}。`,
              en: `1. The work is on new technology, products, processes, varieties or materials not mastered at the time of signing: ${subject.en}.`,
            },
            {
              zh: '2. 乙方按双方书面确认的研究开发计划开展工作，计划的变更以书面确认为准。',
              en: '2. Party B works to the plan both sides confirmed in writing; changes of it count once confirmed in writing.',
            },
          )
        : paragraphs(
            {
              zh: `1. 工作内容：围绕“${subject.zh}”完成双方确认的工作任务，并以书面报告或者技术文件交付。`,
              en: `1. Work: what both sides confirmed around “${subject.en}”, delivered as a written report or technical documents.`,
            },
            {
              zh: '2. 甲方按约定阐明问题，提供技术背景材料、有关数据和工作条件。',
              en: '2. Party A explains the problem and provides background, data and the conditions for the work.',
            },
          ),
  },
]
