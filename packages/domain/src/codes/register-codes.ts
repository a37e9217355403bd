import type { CodeOf } from './code-list.ts'

/** Intellectual property kinds of the contract register. */
export const IP_KINDS = [
  { code: 'know_how', zh: '技术秘密', en: 'Know-how' },
  { code: 'invention_patent', zh: '发明专利', en: 'Invention patent' },
  { code: 'utility_model', zh: '实用新型专利', en: 'Utility model patent' },
  { code: 'design_patent', zh: '外观设计专利', en: 'Design patent' },
  { code: 'software_copyright', zh: '计算机软件著作权', en: 'Software copyright' },
  { code: 'plant_animal_variety', zh: '动、植物新品种', en: 'New animal or plant variety' },
  { code: 'ic_layout', zh: '集成电路布图设计', en: 'Integrated circuit layout' },
  { code: 'biomedical_variety', zh: '生物、医药新品种', en: 'New biological or medical product' },
  { code: 'design_copyright', zh: '设计著作权', en: 'Design copyright' },
  { code: 'none', zh: '未涉及知识产权', en: 'No intellectual property involved' },
] as const
export type IpKind = CodeOf<typeof IP_KINDS>

export const PAYMENT_METHODS = [
  { code: 'lump_sum', zh: '一次总付', en: 'One payment' },
  { code: 'instalments', zh: '一次总算分期支付', en: 'One sum in instalments' },
  { code: 'royalty', zh: '提成支付', en: 'Royalty' },
  { code: 'entry_fee_and_royalty', zh: '提成支付附加预付入门费', en: 'Entry fee and royalty' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const
export type PaymentMethod = CodeOf<typeof PAYMENT_METHODS>

export const PLAN_SOURCES = [
  { code: 'national', zh: '国家科技计划', en: 'National programme' },
  { code: 'ministry', zh: '部门计划', en: 'Ministry programme' },
  { code: 'province', zh: '省（自治区）计划', en: 'Provincial programme' },
  { code: 'city_county', zh: '市、县计划', en: 'City or county programme' },
  { code: 'none', zh: '计划外', en: 'Outside any programme' },
] as const
export type PlanSource = CodeOf<typeof PLAN_SOURCES>

/** Seller and buyer kinds of the national form; `parent` makes the tree. */
export const PARTY_KINDS = [
  { code: '010', parent: null, zh: '机关法人', en: 'Government body' },
  { code: '011', parent: '010', zh: '国家级行政机关', en: 'National administration' },
  { code: '0111', parent: '011', zh: '国家级行政机关（法人）', en: 'National administration (legal person)' },
  { code: '0112', parent: '011', zh: '国家级行政机关（分支机构）', en: 'National administration (branch)' },
  { code: '012', parent: '010', zh: '省级行政机关', en: 'Provincial administration' },
  { code: '0121', parent: '012', zh: '省级行政机关（法人）', en: 'Provincial administration (legal person)' },
  { code: '0122', parent: '012', zh: '省级行政机关（分支机构）', en: 'Provincial administration (branch)' },
  { code: '013', parent: '010', zh: '市级行政机关', en: 'City administration' },
  { code: '0131', parent: '013', zh: '市级行政机关（法人）', en: 'City administration (legal person)' },
  { code: '0132', parent: '013', zh: '市级行政机关（分支机构）', en: 'City administration (branch)' },
  { code: '014', parent: '010', zh: '县级及以下行政机关', en: 'County administration or below' },
  {
    code: '0141',
    parent: '014',
    zh: '县级及以下行政机关（法人）',
    en: 'County administration (legal person)',
  },
  { code: '0142', parent: '014', zh: '县级及以下行政机关（分支机构）', en: 'County administration (branch)' },
  { code: '020', parent: null, zh: '事业法人', en: 'Public institution' },
  { code: '021', parent: '020', zh: '科研机构', en: 'Research institute' },
  { code: '0211', parent: '021', zh: '科研机构（法人）', en: 'Research institute (legal person)' },
  { code: '0212', parent: '021', zh: '科研机构（分支机构）', en: 'Research institute (branch)' },
  { code: '022', parent: '020', zh: '高等院校', en: 'University' },
  { code: '0221', parent: '022', zh: '高等院校（法人）', en: 'University (legal person)' },
  { code: '0222', parent: '022', zh: '高等院校（分支机构）', en: 'University (branch)' },
  { code: '023', parent: '020', zh: '医疗、卫生', en: 'Health institution' },
  { code: '0231', parent: '023', zh: '医疗、卫生（法人）', en: 'Health institution (legal person)' },
  { code: '0232', parent: '023', zh: '医疗、卫生（分支机构）', en: 'Health institution (branch)' },
  { code: '024', parent: '020', zh: '其他事业法人', en: 'Other public institution' },
  { code: '030', parent: null, zh: '社团法人', en: 'Association' },
  { code: '100', parent: null, zh: '内资企业', en: 'Domestic enterprise' },
  { code: '110', parent: '100', zh: '国有企业', en: 'State-owned enterprise' },
  { code: '120', parent: '100', zh: '集体企业', en: 'Collective enterprise' },
  { code: '130', parent: '100', zh: '股份合作企业', en: 'Cooperative stock enterprise' },
  { code: '140', parent: '100', zh: '联营企业', en: 'Jointly operated enterprise' },
  { code: '150', parent: '100', zh: '有限责任公司', en: 'Limited liability company' },
  { code: '160', parent: '100', zh: '股份有限公司', en: 'Company limited by shares' },
  { code: '170', parent: '100', zh: '私营企业', en: 'Private enterprise' },
  { code: '180', parent: '100', zh: '其他内资企业', en: 'Other domestic enterprise' },
  { code: '200', parent: null, zh: '港澳台商投资企业', en: 'Hong Kong, Macao or Taiwan invested' },
  { code: '210', parent: '200', zh: '港澳台合资经营', en: 'HMT equity joint venture' },
  { code: '220', parent: '200', zh: '港澳台合作经营', en: 'HMT contractual joint venture' },
  { code: '230', parent: '200', zh: '港澳台商独资', en: 'HMT wholly owned' },
  {
    code: '240',
    parent: '200',
    zh: '港澳台商投资股份有限公司',
    en: 'HMT invested company limited by shares',
  },
  { code: '300', parent: null, zh: '外商投资企业', en: 'Foreign-invested enterprise' },
  { code: '310', parent: '300', zh: '中外合资', en: 'Sino-foreign equity joint venture' },
  { code: '320', parent: '300', zh: '中外合作', en: 'Sino-foreign contractual joint venture' },
  { code: '330', parent: '300', zh: '外资企业', en: 'Wholly foreign-owned' },
  {
    code: '340',
    parent: '300',
    zh: '外商投资股份有限公司',
    en: 'Foreign-invested company limited by shares',
  },
  { code: '400', parent: null, zh: '自然人及其他组织', en: 'Natural person or other organization' },
] as const
export type PartyKind = CodeOf<typeof PARTY_KINDS>

/** The kind a party has in the register when nobody has chosen a finer one. */
export const DEFAULT_PARTY_KINDS = {
  university: '0221',
  institute: '0211',
  company: '150',
  agency: '150',
  provider: '150',
  authority: '0131',
  operator: '024',
} as const
