import { EXCLUSIVITIES, RIGHT_KINDS } from '../../codes/index.ts'
import { SUBLICENCES } from '../../licensing/index.ts'
import { civilCode, courtInterpretation, patentLaw, patentRules } from '../../regimes/index.ts'
import { type Clause, type ClauseFacts, type ClauseRight, ofSubType, ofType } from './clause.ts'
import { asWritten, day, label, numbered, paragraphs } from './words.ts'

const overPatents = ofSubType('ZR_PATENT', 'ZR_APPLICATION', 'XK_PATENT')
const grantsOrAssigns = ofType('ZR', 'XK')

const rightLine = (right: ClauseRight) => {
  const kind = label(RIGHT_KINDS, right.kind)
  const owners = right.ownerNames.join('、')
  const filed = right.filedOn === null ? null : day(right.filedOn)
  const granted = right.grantedOn === null ? null : day(right.grantedOn)
  const expires = right.expiresOn === null ? null : day(right.expiresOn)
  const zh = [
    `${kind.zh}“${right.title}”`,
    right.number === null ? null : `号码${right.number}`,
    owners === '' ? null : `权利人${owners}`,
    filed && `申请日${filed.zh}`,
    granted && `授权日${granted.zh}`,
    expires && `有效期至${expires.zh}`,
  ]
  const en = [
    `${kind.en} “${right.title}”`,
    right.number === null ? null : `no. ${right.number}`,
    owners === '' ? null : `owner ${owners}`,
    filed && `filed ${filed.en}`,
    granted && `granted ${granted.en}`,
    expires && `valid until ${expires.en}`,
  ]
  const said = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null)
  return { zh: `${said(zh).join('，')}。`, en: `${said(en).join(', ')}.` }
}

const scopeOf = ({ terms, endsOn, effectiveOn }: ClauseFacts) => {
  const kind = label(EXCLUSIVITIES, terms.exclusivity)
  const field = asWritten(terms.fieldOfUse)
  const territory = asWritten(terms.territory)
  return numbered(
    {
      zh: `许可方式：${terms.exclusivity === 'not_applicable' ? '普通' : kind.zh}许可。`,
      en: `Kind of licence: ${terms.exclusivity === 'not_applicable' ? 'non-exclusive' : kind.en.toLowerCase()}.`,
    },
    field.zh !== '' && { zh: `实施领域：${field.zh}。`, en: `Field of use: ${field.en}.` },
    territory.zh !== '' && { zh: `实施地域：${territory.zh}。`, en: `Territory: ${territory.en}.` },
    termOf({ terms, endsOn, effectiveOn }),
    {
      zh: '实施方式：在约定范围内制造、使用、许诺销售、销售依照该技术完成的产品，或者使用该技术方法。',
      en: 'Manner: to make, use, offer and sell products of the technology, or to use the method, within the scope agreed.',
    },
  )
}

const termOf = ({ terms, endsOn, effectiveOn }: Pick<ClauseFacts, 'terms' | 'endsOn' | 'effectiveOn'>) => {
  if (endsOn !== null) {
    const end = day(endsOn)
    const start = effectiveOn === null ? { zh: '合同生效之日', en: 'the effective day' } : day(effectiveOn)
    return {
      zh: `许可期限：自${start.zh}起至${end.zh}止。`,
      en: `Term: from ${start.en} until ${end.en}.`,
    }
  }
  if (terms.termMonths === null) {
    return {
      zh: '许可期限：自合同生效之日起至所涉权利的保护期届满之日止。',
      en: 'Term: from the effective day until the rights expire.',
    }
  }
  return {
    zh: `许可期限：自合同生效之日起${terms.termMonths}个月，且不超过所涉专利权的有效期限。`,
    en: `Term: ${terms.termMonths} months from the effective day, within the life of the patents.`,
  }
}

/** What right passes or is licensed, and how far. */
export const RIGHT_CLAUSES: readonly Clause[] = [
  {
    id: 'rights',
    heading: { zh: '所涉知识产权', en: 'Rights concerned' },
    applies: grantsOrAssigns,
    mandatory: true,
    ...civilCode('845'),
    reason: {
      zh: '涉及专利的，应当注明名称、权利人、申请日、号码和有效期限；备案、登记均以此核对。',
      en: 'Patents are named with owner, filing day, number and term; filing and registration are checked against it.',
    },
    body: ({ rights, subject }) =>
      rights.length === 0
        ? {
            zh: `本合同所涉技术为“${subject.zh}”，其内容以乙方交付的技术资料为准。`,
            en: `The technology is “${subject.en}”, as described in the technical material Party B hands over.`,
          }
        : numbered(...rights.map(rightLine)),
  },
  {
    id: 'licence_scope',
    heading: { zh: '许可的方式、范围和期限', en: 'Kind, scope and term of the licence' },
    applies: ofType('XK'),
    mandatory: true,
    ...courtInterpretation('25、28'),
    reason: {
      zh: '未约定或者约定不明的，视为普通许可；备案须写明许可种类和期限。',
      en: 'Unsaid, a licence is an ordinary one; the filing must state its kind and term.',
    },
    body: scopeOf,
  },
  {
    id: 'sublicence',
    heading: { zh: '分许可', en: 'Sub-licence' },
    applies: ofType('XK'),
    mandatory: false,
    ...civilCode('867'),
    reason: {
      zh: '未约定的，被许可人不得许可约定以外的第三人实施。',
      en: 'Unsaid, the licensee may not pass the licence on.',
    },
    body: ({ terms: { sublicence } }) => {
      const rule = label(SUBLICENCES, sublicence ?? 'none')
      return { zh: `甲方对第三人：${rule.zh}。`, en: `Towards third parties: ${rule.en}.` }
    },
  },
  {
    id: 'assignment_effect',
    heading: { zh: '权利的移转', en: 'Passing of the right' },
    applies: ofType('ZR'),
    mandatory: true,
    ...patentLaw('10'),
    reason: {
      zh: '专利申请权、专利权的转让自登记之日起生效。',
      en: 'A patent or application passes on the day the transfer is registered.',
    },
    body: (facts) =>
      overPatents(facts)
        ? numbered(
            {
              zh: '合同生效后一个月内，双方共同向国务院专利行政部门办理转让登记；权利自登记之日起移转。',
              en: 'Within a month of the effective day both sides file the transfer with the patent office; the right passes on the day it is registered.',
            },
            {
              zh: '登记之日前乙方已订立的实施许可，乙方应当列明并告知甲方，其效力不受转让影响。',
              en: 'Party B lists and discloses the licences it granted before; the transfer does not affect them.',
            },
          )
        : numbered(
            {
              zh: '乙方于合同生效后一个月内交付全部技术资料和权利文件；依法须登记的，双方共同办理，权利自登记之日起移转。',
              en: 'Within a month of the effective day Party B hands over all material and titles; where the law asks for registration both sides file it, and the right passes with it.',
            },
            {
              zh: '自移转之日起，乙方除书面约定外不再实施、使用或者让与该技术。',
              en: 'From then on Party B no longer uses or assigns the technology, save as agreed in writing.',
            },
          ),
  },
  {
    id: 'patent_upkeep',
    heading: { zh: '权利的维持', en: 'Keeping the right alive' },
    applies: ofSubType('XK_PATENT'),
    mandatory: true,
    ...courtInterpretation('26'),
    reason: {
      zh: '许可人负有在合同有效期内维持专利权有效的义务。',
      en: 'The licensor must keep the patent in force for the term.',
    },
    body: () =>
      paragraphs({
        zh: '乙方在合同有效期内按期缴纳年费、积极应对无效宣告请求，维持专利权有效；权利状态发生变化的，五日内书面告知甲方。',
        en: 'Party B pays the annual fees in time, defends the patent and keeps it in force for the term; it tells Party A in writing within five days of any change.',
      }),
  },
  {
    id: 'licence_filing',
    heading: { zh: '许可备案', en: 'Filing of the licence' },
    applies: ofSubType('XK_PATENT'),
    mandatory: false,
    ...patentRules('15'),
    reason: {
      zh: '合同未写明的，仍应自生效之日起三个月内办理备案。',
      en: 'Said or not, the licence is filed within three months of taking effect.',
    },
    body: () => ({
      zh: '乙方自合同生效之日起三个月内向国务院专利行政部门办理专利实施许可合同备案，甲方予以配合。',
      en: 'Party B files the licence with the patent office within three months of the effective day; Party A assists.',
    }),
  },
]
