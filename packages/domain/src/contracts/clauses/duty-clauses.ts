import { IMPROVEMENT_RULES, type TermSheet } from '../../licensing/index.ts'
import { type Bilingual, civilCode, conversionLaw, courtInterpretation } from '../../regimes/index.ts'
import { always, type Clause, ofSubType, ofType } from './clause.ts'
import { asWritten, day, label, numbered } from './words.ts'

/** What the parties agreed on whose the results are, where they did. */
const OWNED_BY: Readonly<Record<NonNullable<TermSheet['resultOwner']>, Bilingual>> = {
  buyer: {
    zh: '履行本合同完成的技术成果及其申请专利的权利归甲方；完成人的署名权不受影响。',
    en: 'Results of work under this contract and the right to apply for patents are Party A’s; those who made them stay named.',
  },
  shared: {
    zh: '履行本合同完成的技术成果及其申请专利的权利归双方共有；一方转让其共有的专利申请权的，另一方在同等条件下优先受让。',
    en: 'Results of work under this contract and the right to apply for patents belong to both; when one sells its part the other has first refusal on equal terms.',
  },
  seller: {
    zh: '履行本合同完成的技术成果及其申请专利的权利归乙方；甲方可以实施，乙方转让专利申请权的，甲方在同等条件下优先受让。',
    en: 'Results of work under this contract and the right to apply for patents are Party B’s; Party A may use them, and has first refusal when the application is sold.',
  },
}

/** What each side owes the other beside the price. */
export const DUTY_CLAUSES: readonly Clause[] = [
  {
    id: 'performance',
    heading: { zh: '履行期限和方式', en: 'Term and manner of performance' },
    applies: always,
    mandatory: true,
    ...civilCode('845'),
    reason: {
      zh: '履行期限是登记和判断合同有效期的依据。',
      en: 'The term is what registration and validity are judged by.',
    },
    body: ({ effectiveOn, endsOn, terms: { knowHowDays } }) =>
      numbered(
        {
          zh: `履行期限：自${effectiveOn === null ? '合同生效之日' : day(effectiveOn).zh}起${endsOn === null ? '至双方义务履行完毕之日' : `至${day(endsOn).zh}`}止。`,
          en: `Term: from ${effectiveOn === null ? 'the effective day' : day(effectiveOn).en} until ${endsOn === null ? 'both sides have done what they owe' : day(endsOn).en}.`,
        },
        {
          zh: '乙方于合同生效后三十日内向甲方交付履行合同所需的技术资料，交付以双方书面签收为准。',
          en: 'Party B hands over the technical material within thirty days of the effective day, against a signed receipt.',
        },
        knowHowDays !== undefined &&
          knowHowDays > 0 && {
            zh: `乙方提供技术培训和现场指导${knowHowDays}个工作日。`,
            en: `Party B trains and helps on site for ${knowHowDays} working days.`,
          },
      ),
  },
  {
    id: 'acceptance',
    heading: { zh: '验收', en: 'Acceptance' },
    applies: always,
    mandatory: false,
    ...civilCode('845'),
    reason: {
      zh: '未约定验收标准的，按国家标准、行业标准或者符合合同目的的标准确定。',
      en: 'Unsaid, national or trade standards apply, or what serves the purpose of the contract.',
    },
    body: () => ({
      zh: '甲方于收到全部交付物后十五个工作日内按双方确认的技术指标验收并出具书面意见；逾期未提出书面异议的，视为验收合格。',
      en: 'Within fifteen working days of receiving everything Party A checks it against the indicators agreed and answers in writing; silence counts as acceptance.',
    }),
  },
  {
    id: 'title_warranty',
    heading: { zh: '权利与技术保证', en: 'Warranty' },
    applies: ofType('ZR', 'XK'),
    mandatory: true,
    ...civilCode('870'),
    reason: {
      zh: '让与人、许可人应当保证自己是技术的合法拥有者，并保证技术完整、无误、有效，能够达到约定的目标。',
      en: 'Who assigns or licenses warrants to be the lawful owner and that the technology is complete, correct, effective and fit for the goal agreed.',
    },
    body: () =>
      numbered(
        {
          zh: '乙方保证自己是所提供技术的合法拥有者或者有权处分人，共有人、质权人依法须同意的已经同意。',
          en: 'Party B warrants that it owns the technology or may dispose of it, and that co-owners and pledgees have consented where the law asks for it.',
        },
        {
          zh: '乙方保证所提供的技术完整、无误、有效，能够达到约定的目标。',
          en: 'Party B warrants that the technology is complete, correct, effective and reaches the goal agreed.',
        },
        {
          zh: '甲方按约定实施、使用技术侵害他人合法权益的，由乙方承担责任。',
          en: 'Where use as agreed infringes rights of others, Party B answers for it.',
        },
      ),
  },
  {
    id: 'development_duties',
    heading: { zh: '研究开发各方的义务', en: 'Duties in the development' },
    applies: ofType('KF'),
    mandatory: true,
    ...civilCode('852、853、855'),
    reason: {
      zh: '双方的主要义务不明确的，难以认定为技术开发合同。',
      en: 'Without the main duties of both sides it is hard to tell as a development contract.',
    },
    body: ({ subType }) =>
      subType === 'KF_JOINT'
        ? {
            zh: '双方按约定投资（包括以技术投资），分工参与研究开发，协作配合；仅提供资金、设备、材料等物质条件或者承担辅助工作的，不视为合作开发。',
            en: 'Both sides invest as agreed, technology included, share the work and help each other; who only gives money, equipment or auxiliary work does not develop jointly.',
          }
        : numbered(
            {
              zh: '甲方支付研究开发经费和报酬，提供技术资料，提出研究开发要求，完成协作事项，接受研究开发成果。',
              en: 'Party A pays costs and fee, gives material and requirements, does its part and takes the results.',
            },
            {
              zh: '乙方制定和实施研究开发计划，合理使用研究开发经费，按期完成研究开发工作，交付成果并提供必要的技术指导。',
              en: 'Party B plans and does the work, uses the money sensibly, finishes in time, hands over the results and gives the guidance needed.',
            },
          ),
  },
  {
    id: 'result_ownership',
    heading: { zh: '成果归属', en: 'Ownership of results' },
    applies: ofType('KF', 'ZX', 'FW'),
    mandatory: false,
    ...civilCode('859、860、861、885'),
    reason: {
      zh: '未约定的：委托开发申请专利的权利属于研究开发人，合作开发的属于各方共有，技术秘密各方均有使用和转让的权利；咨询、服务中新成果归作出的一方。',
      en: 'Unsaid: in commissioned work the developer may apply for patents, in joint work both own them, know-how is open to both; new results of consulting or service are the maker’s.',
    },
    body: ({ type, subType, terms }) => {
      if (terms.resultOwner !== undefined) return OWNED_BY[terms.resultOwner]
      if (type === 'KF' && subType === 'KF_JOINT') {
        return {
          zh: '研究开发成果及其申请专利的权利归双方共有；一方转让其共有的专利申请权的，另一方在同等条件下优先受让。',
          en: 'Results and the right to apply for patents belong to both; when one sells its part the other has first refusal on equal terms.',
        }
      }
      if (type === 'KF') {
        return {
          zh: '研究开发成果申请专利的权利归乙方；乙方取得专利权的，甲方可以依法实施，乙方转让专利申请权的，甲方在同等条件下优先受让。',
          en: 'The right to apply for patents is Party B’s; Party A may use a patent granted, and has first refusal when the application is sold.',
        }
      }
      return {
        zh: '甲方利用乙方工作成果完成的新技术成果归甲方；乙方利用甲方资料和工作条件完成的新技术成果归乙方。',
        en: 'New results Party A makes from Party B’s work are Party A’s; those Party B makes with Party A’s material are Party B’s.',
      }
    },
  },
  {
    id: 'development_risk',
    heading: { zh: '研究开发风险', en: 'Risk of the development' },
    applies: ofType('KF'),
    mandatory: false,
    ...civilCode('858'),
    reason: {
      zh: '未约定的，由当事人合理分担；未及时通知、致使损失扩大的，对扩大的损失负责。',
      en: 'Unsaid, the parties share it in reason; who does not give notice answers for what that adds.',
    },
    body: () => ({
      zh: '因出现无法克服的技术困难致使研究开发失败或者部分失败的，损失由双方合理分担；一方发现可能失败的，应当及时通知另一方并采取措施减少损失。',
      en: 'Where difficulties nobody could master make the work fail, in whole or in part, both share the loss in reason; who sees it coming tells the other at once and limits the loss.',
    }),
  },
  {
    id: 'training_conditions',
    heading: { zh: '培训条件', en: 'Conditions of the training' },
    applies: ofSubType('FW_TRAINING'),
    mandatory: true,
    ...courtInterpretation('36'),
    reason: {
      zh: '技术培训不包括职业培训、文化学习和在职培训；对象和内容应当写明。',
      en: 'Vocational, general and in-service training is no technical training: trainees and content are stated.',
    },
    body: ({ subject, terms: { knowHowDays } }) => ({
      zh: `乙方对甲方指定的学员进行“${subject.zh}”特定专业技术训练${knowHowDays === undefined || knowHowDays === 0 ? '' : `，不少于${knowHowDays}日`}；教员、场地和考核办法由双方书面确认。`,
      en: `Party B trains the people Party A names in the specific technique of “${subject.en}”${knowHowDays === undefined || knowHowDays === 0 ? '' : `, for at least ${knowHowDays} days`}; teachers, place and examination are confirmed in writing.`,
    }),
  },
  {
    id: 'confidentiality',
    heading: { zh: '保密', en: 'Confidentiality' },
    applies: always,
    mandatory: false,
    ...civilCode('868、871'),
    reason: {
      zh: '受让人、被许可人对未公开的秘密部分依法负有保密义务；写明范围和期限便于执行。',
      en: 'The law binds the taker to secrecy over what is not public; scope and term make it workable.',
    },
    body: () => ({
      zh: '双方对履行中知悉的对方未公开的技术信息和经营信息保密，非为履行本合同不使用、不披露；保密义务在合同终止后三年内继续有效，依法公开的信息除外。',
      en: 'Each side keeps secret what it learns of the other’s unpublished technology and business and uses it for this contract alone; this holds for three years after the end, save for what lawfully became public.',
    }),
  },
  {
    id: 'improvements',
    heading: { zh: '后续改进', en: 'Later improvements' },
    applies: ofType('ZR', 'XK', 'KF'),
    mandatory: false,
    ...civilCode('875'),
    reason: {
      zh: '未约定的，一方后续改进的技术成果，其他各方无权分享；要求无偿回授的条款无效（第八百五十条）。',
      en: 'Unsaid, each side’s improvements are its own; a duty to hand them over for nothing is void (art. 850).',
    },
    body: ({ terms: { improvements } }) => {
      const rule = label(IMPROVEMENT_RULES, improvements ?? 'each_own')
      return { zh: `后续改进的技术成果：${rule.zh}。`, en: `Later improvements: ${rule.en}.` }
    },
  },
  {
    id: 'no_restraint',
    heading: { zh: '不限制技术进步', en: 'No restraint of technical progress' },
    applies: always,
    mandatory: false,
    ...civilCode('850'),
    reason: {
      zh: '非法垄断技术或者侵害他人技术成果的技术合同无效，写明与否均不得违反。',
      en: 'A contract that monopolises technology or infringes is void, whether it says so or not.',
    },
    body: () => ({
      zh: '本合同不限制任何一方在合同技术基础上进行新的研究开发、从其他来源获得技术、选择原材料和设备的来源，也不限制对知识产权的有效性提出异议。',
      en: 'Nothing here keeps a side from research on the technology, from technology of others, from its own sources of material and equipment, or from questioning the validity of a right.',
    }),
  },
  {
    id: 'reward',
    heading: { zh: '完成人奖励报酬', en: 'Reward of the inventors' },
    applies: ({ seller, type, terms }) =>
      seller.stateOwned && (type === 'ZR' || type === 'XK' || terms.transferMode === 'equity_contribution'),
    mandatory: false,
    ...conversionLaw('45'),
    reason: {
      zh: '未约定的，国家设立的单位仍应从净收入或者股份中提取不低于百分之五十奖励完成人。',
      en: 'Said or not, a state institution gives its inventors at least half of net income or shares.',
    },
    body: () => ({
      zh: '乙方依法从转化净收入（或者形成的股份）中提取不低于百分之五十，对完成、转化该成果作出重要贡献的人员给予奖励和报酬，与甲方无涉。',
      en: 'Party B gives at least half of its net income (or of the shares formed) to those who made the result; this is no business of Party A.',
    }),
  },
  {
    id: 'liability',
    heading: { zh: '违约责任', en: 'Breach' },
    applies: always,
    mandatory: false,
    ...civilCode('577、872、873'),
    reason: {
      zh: '未约定违约金的，按实际损失赔偿，举证较难。',
      en: 'Unsaid, damages are what can be proven.',
    },
    body: () =>
      numbered(
        {
          zh: '甲方逾期付款的，按日承担逾期金额万分之三的违约金。',
          en: 'For late payment Party A owes 0.03 % of the sum a day.',
        },
        {
          zh: '乙方逾期交付或者交付不符合约定的，按日承担相应价款万分之三的违约金，并在合理期限内补正。',
          en: 'For late or faulty delivery Party B owes 0.03 % of its price a day and mends it within reasonable time.',
        },
        {
          zh: '超出约定范围实施或者使用技术的，应当停止并赔偿由此造成的损失。',
          en: 'Who uses the technology beyond the scope agreed stops and makes good the loss.',
        },
      ),
  },
  {
    id: 'termination',
    heading: { zh: '变更、解除和终止', en: 'Change and termination' },
    applies: always,
    mandatory: false,
    ...civilCode('543、562、563'),
    reason: {
      zh: '未约定解除条件的，仅可协商一致或者依法定事由解除。',
      en: 'Unsaid, a contract ends by agreement or for the causes the law names.',
    },
    body: ({ terms: { terminationDays, terminationWords } }) => {
      const words = asWritten(terminationWords ?? '')
      return numbered(
        {
          zh: '变更、补充须双方书面同意；解除不影响已经取得的权利和已经发生的付款义务。',
          en: 'Changes need both sides’ consent in writing; termination leaves rights and debts that have arisen.',
        },
        terminationDays !== undefined && {
          zh: `任何一方可提前${terminationDays}日书面通知对方解除本合同。`,
          en: `Either side may end it on ${terminationDays} days’ notice in writing.`,
        },
        words.zh !== '' && words,
      )
    },
  },
]
