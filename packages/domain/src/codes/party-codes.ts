import type { CodeOf } from './code-list.ts'

/** Countries by the three digits of the customs list; the partners of the region's trade, and one for the rest. */
export const COUNTRIES = [
  { code: '142', zh: '中国', en: 'China' },
  { code: '110', zh: '中国香港', en: 'Hong Kong, China' },
  { code: '121', zh: '中国澳门', en: 'Macao, China' },
  { code: '143', zh: '中国台湾', en: 'Taiwan, China' },
  { code: '105', zh: '文莱', en: 'Brunei' },
  { code: '106', zh: '缅甸', en: 'Myanmar' },
  { code: '107', zh: '柬埔寨', en: 'Cambodia' },
  { code: '111', zh: '印度', en: 'India' },
  { code: '112', zh: '印度尼西亚', en: 'Indonesia' },
  { code: '115', zh: '以色列', en: 'Israel' },
  { code: '116', zh: '日本', en: 'Japan' },
  { code: '119', zh: '老挝', en: 'Laos' },
  { code: '122', zh: '马来西亚', en: 'Malaysia' },
  { code: '127', zh: '巴基斯坦', en: 'Pakistan' },
  { code: '129', zh: '菲律宾', en: 'Philippines' },
  { code: '131', zh: '沙特阿拉伯', en: 'Saudi Arabia' },
  { code: '132', zh: '新加坡', en: 'Singapore' },
  { code: '133', zh: '韩国', en: 'South Korea' },
  { code: '136', zh: '泰国', en: 'Thailand' },
  { code: '137', zh: '土耳其', en: 'Türkiye' },
  { code: '138', zh: '阿联酋', en: 'United Arab Emirates' },
  { code: '141', zh: '越南', en: 'Viet Nam' },
  { code: '145', zh: '哈萨克斯坦', en: 'Kazakhstan' },
  { code: '215', zh: '埃及', en: 'Egypt' },
  { code: '244', zh: '南非', en: 'South Africa' },
  { code: '301', zh: '比利时', en: 'Belgium' },
  { code: '302', zh: '丹麦', en: 'Denmark' },
  { code: '303', zh: '英国', en: 'United Kingdom' },
  { code: '304', zh: '德国', en: 'Germany' },
  { code: '305', zh: '法国', en: 'France' },
  { code: '306', zh: '爱尔兰', en: 'Ireland' },
  { code: '307', zh: '意大利', en: 'Italy' },
  { code: '309', zh: '荷兰', en: 'Netherlands' },
  { code: '312', zh: '西班牙', en: 'Spain' },
  { code: '315', zh: '奥地利', en: 'Austria' },
  { code: '318', zh: '芬兰', en: 'Finland' },
  { code: '326', zh: '挪威', en: 'Norway' },
  { code: '327', zh: '波兰', en: 'Poland' },
  { code: '330', zh: '瑞典', en: 'Sweden' },
  { code: '331', zh: '瑞士', en: 'Switzerland' },
  { code: '344', zh: '俄罗斯', en: 'Russia' },
  { code: '410', zh: '巴西', en: 'Brazil' },
  { code: '429', zh: '墨西哥', en: 'Mexico' },
  { code: '501', zh: '加拿大', en: 'Canada' },
  { code: '502', zh: '美国', en: 'United States' },
  { code: '601', zh: '澳大利亚', en: 'Australia' },
  { code: '609', zh: '新西兰', en: 'New Zealand' },
  { code: '701', zh: '其他国家或地区', en: 'Another country or region' },
] as const
export type Country = CodeOf<typeof COUNTRIES>

/** Codes of ISO 4217. */
export const CURRENCIES = [
  { code: 'CNY', zh: '人民币', en: 'Renminbi' },
  { code: 'USD', zh: '美元', en: 'US dollar' },
  { code: 'EUR', zh: '欧元', en: 'Euro' },
  { code: 'JPY', zh: '日元', en: 'Japanese yen' },
  { code: 'GBP', zh: '英镑', en: 'Pound sterling' },
  { code: 'HKD', zh: '港元', en: 'Hong Kong dollar' },
  { code: 'MOP', zh: '澳门元', en: 'Macanese pataca' },
  { code: 'TWD', zh: '新台币', en: 'New Taiwan dollar' },
  { code: 'KRW', zh: '韩元', en: 'South Korean won' },
  { code: 'SGD', zh: '新加坡元', en: 'Singapore dollar' },
  { code: 'THB', zh: '泰铢', en: 'Thai baht' },
  { code: 'VND', zh: '越南盾', en: 'Vietnamese dong' },
  { code: 'MYR', zh: '马来西亚林吉特', en: 'Malaysian ringgit' },
  { code: 'IDR', zh: '印度尼西亚盾', en: 'Indonesian rupiah' },
  { code: 'RUB', zh: '俄罗斯卢布', en: 'Russian rouble' },
  { code: 'CHF', zh: '瑞士法郎', en: 'Swiss franc' },
  { code: 'AUD', zh: '澳大利亚元', en: 'Australian dollar' },
  { code: 'CAD', zh: '加拿大元', en: 'Canadian dollar' },
] as const
export type Currency = CodeOf<typeof CURRENCIES>

/** What of a contract's sum is not technology. */
export const NON_TECHNICAL_KINDS = [
  { code: 'equipment', zh: '设备', en: 'Equipment' },
  { code: 'instruments', zh: '仪器', en: 'Instruments' },
  { code: 'parts', zh: '零部件', en: 'Parts' },
  { code: 'materials', zh: '原材料', en: 'Raw materials' },
  {
    code: 'carriers',
    zh: '超出合理数量的标的物载体',
    en: 'Carriers of the subject beyond a reasonable number',
  },
  { code: 'works', zh: '工程施工', en: 'Construction' },
  { code: 'other', zh: '其他非技术性费用（请说明）', en: 'Other non-technical cost (with words)' },
] as const
export type NonTechnicalKind = CodeOf<typeof NON_TECHNICAL_KINDS>

/** Yes-or-no questions the national form asks about a party. */
export const PARTY_TRAITS = [
  { code: 'transfer_institution', zh: '技术转移机构', en: 'Technology transfer institution' },
  { code: 'research_body', zh: '研发机构', en: 'Research and development body' },
  { code: 'converted_institute', zh: '转制科研院所', en: 'Research institute turned into an enterprise' },
  { code: 'high_tech_zone', zh: '国家高新区内企业', en: 'Enterprise in a national high-tech zone' },
  { code: 'listed_company', zh: '上市公司', en: 'Listed company' },
] as const
export type PartyTrait = CodeOf<typeof PARTY_TRAITS>

export const ENTERPRISE_SCALES = [
  { code: 'large', zh: '大型', en: 'Large' },
  { code: 'medium', zh: '中型', en: 'Medium' },
  { code: 'small', zh: '小型', en: 'Small' },
  { code: 'micro', zh: '微型', en: 'Micro' },
] as const
export type EnterpriseScale = CodeOf<typeof ENTERPRISE_SCALES>
