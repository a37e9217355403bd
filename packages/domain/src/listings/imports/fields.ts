import { comparableLabel } from '../../tables/index.ts'

interface FieldEntry {
  key: string
  zh: string
  en: string
  /** Other names under which files carry it. */
  names: readonly string[]
}

const field = <Key extends string>(key: Key, zh: string, en: string, ...names: string[]) => ({
  key,
  zh,
  en,
  names,
})

/** What a column of a file may become in a listing, in the order of the template. */
export const LISTING_IMPORT_FIELDS = [
  field(
    'title',
    '名称',
    'Title',
    '成果名称',
    '专利名称',
    '发明名称',
    '标题',
    '题名',
    'title of invention',
    'invention title',
    'name',
  ),
  field('titleEn', '英文名称', 'English title', '英文标题', 'title english', 'title_en'),
  field('kind', '成果类别', 'Listing kind', '挂牌类别', 'listing type'),
  field(
    'number',
    '专利号或申请号',
    'Patent or application number',
    '专利号',
    '专利号码',
    '申请号',
    '专利申请号',
    '申请（专利）号',
    '申请(专利)号',
    '授权号',
    '登记号',
    'patent number',
    'patent no',
    'application number',
    'application no',
    'appl no',
    'application_number',
    'patent_number',
    '权利编号',
    '证书号',
  ),
  field(
    'publicationNumber',
    '公开（公告）号',
    'Publication number',
    '公开号',
    '公告号',
    '公开公告号',
    '授权公告号',
    'publication no',
    'publication_number',
    'pn',
    'pub no',
  ),
  field(
    'publishedOn',
    '公开（公告）日',
    'Publication date',
    '公开日',
    '公开日期',
    '公开公告日期',
    '公布日',
    '公布（公告）日',
    '公布日期',
    'date of publication',
    'date of application publication',
    'published on',
    'pub date',
  ),
  field(
    'rightKind',
    '权利类型',
    'Kind of right',
    '专利类型',
    '知识产权类型',
    '类型',
    'patent type',
    'right type',
    'kind code',
  ),
  field('legalStatus', '法律状态', 'Legal status', '专利状态', '当前法律状态', '状态', 'status'),
  field(
    'owners',
    '权利人',
    'Owners',
    '专利权人',
    '申请人',
    '申请（专利权）人',
    '当前权利人',
    '第一完成单位',
    '完成单位',
    'applicant',
    'applicants',
    'assignee',
    'assignees',
    'patentee',
    'patentee name',
    'owner',
    'patent owner',
  ),
  field(
    'inventors',
    '发明人',
    'Inventors',
    '设计人',
    '发明（设计）人',
    '完成人',
    '作者',
    'inventor',
    'authors',
    'author',
  ),
  field(
    'filedOn',
    '申请日',
    'Filing date',
    '申请日期',
    '提交日期',
    'date of application',
    'application date',
    'filed on',
    'filed',
    'filing_date',
  ),
  field(
    'grantedOn',
    '授权日',
    'Grant date',
    '授权公告日',
    '授权日期',
    '公告日',
    '公告日期',
    '授权公告日期',
    'date of grant',
    'granted on',
    'grant_date',
  ),
  field(
    'ipcSymbols',
    'IPC分类号',
    'IPC symbols',
    'IPC',
    'IPC主分类号',
    '主分类号',
    '分类号',
    '国际专利分类',
    'ipc subclasses',
    'ipc classes',
    'ipc class',
    'classification',
    'main ipc',
  ),
  field(
    'summary',
    '简介',
    'Summary',
    '摘要',
    '成果简介',
    '摘要（中文）',
    '内容简介',
    'abstract',
    'description',
    'abstract_zh',
  ),
  field('summaryEn', '英文简介', 'English summary', '英文摘要', 'abstract english', 'abstract_en'),
  field('labelledText', '名称与摘要合在一栏', 'Title and abstract in one column', 'text'),
  field('problem', '解决的问题', 'Problem solved', '技术问题', '技术背景', 'problem'),
  field('advantage', '优势', 'Advantage', '技术优势', '创新点', '技术特点', 'advantages', 'benefit'),
  field('applications', '应用领域', 'Applications', '应用场景', '应用前景', '适用范围', 'application', 'use'),
  field('maturityLevel', '成熟度', 'Maturity level', '技术成熟度', 'trl', 'maturity'),
  field('maturityEvidence', '成熟度依据', 'Evidence of maturity', '成熟度说明', 'maturity evidence'),
  field('technicalField', '技术领域', 'Technical field', '领域', '所属领域', 'field'),
  field('planIndustry', '规划产业', 'Plan industry', '所属产业', '产业', 'industry'),
  field('industryClass', '国民经济行业', 'Industry class', '国民经济行业代码', '行业代码', 'industry code'),
  field(
    'transferModes',
    '转化方式',
    'Transfer modes',
    '合作方式',
    '转让方式',
    '交易方式',
    'transfer mode',
    'mode',
  ),
  field('priceMode', '定价方式', 'Price mode', '价格方式', 'pricing'),
  field(
    'price',
    '价格（元）',
    'Price (yuan)',
    '价格',
    '挂牌价',
    '价格（万元）',
    '转让价格',
    '转让价格（万元）',
    '转让价',
    '转让价（万元）',
    '报价',
    '价格下限',
    'price',
    'asking price',
  ),
  field(
    'priceMax',
    '最高价格（元）',
    'Highest price (yuan)',
    '最高价格',
    '价格上限',
    '最高价格（万元）',
    'max price',
  ),
  field('regionCode', '行政区划代码', 'Region code', '地区代码', '区划代码', 'region'),
] as const satisfies readonly FieldEntry[]
export type ListingImportField = (typeof LISTING_IMPORT_FIELDS)[number]['key']

export const isListingImportField = (key: unknown): key is ListingImportField =>
  LISTING_IMPORT_FIELDS.some((known) => known.key === key)

/** Several columns may go into one of these: 发明人1, 发明人2 and so on. */
export const LIST_FIELDS: readonly ListingImportField[] = [
  'owners',
  'inventors',
  'ipcSymbols',
  'transferModes',
]

/** Label as compared → field and how surely it means it: the template's own names before the others. */
export const FIELD_BY_LABEL: ReadonlyMap<string, { field: ListingImportField; rank: number }> = new Map(
  LISTING_IMPORT_FIELDS.flatMap(({ key, zh, en, names }) =>
    [key, zh, en, ...names].map((name, rank): [string, { field: ListingImportField; rank: number }] => [
      comparableLabel(name),
      { field: key, rank },
    ]),
  ).toReversed(),
)

/** Whether a cell is what some column is called: the head of a table is known by them. */
export const isListingImportLabel = (cell: string): boolean => FIELD_BY_LABEL.has(comparableLabel(cell))

/** Any of these gives a row its title. */
export const TITLE_FIELDS: readonly ListingImportField[] = ['title', 'titleEn', 'labelledText']

/** Most characters a field of a listing takes, by language; the same as its form takes. */
export const TEXT_LIMITS = {
  title: { zh: 100, en: 200 },
  summary: { zh: 1500, en: 3000 },
  problem: { zh: 1500, en: 3000 },
  advantage: { zh: 1500, en: 3000 },
  applications: { zh: 1500, en: 3000 },
  maturityEvidence: { zh: 1000, en: 2000 },
} as const
export type LimitedText = keyof typeof TEXT_LIMITS
