import { buildDocument, type DocumentSource, type SearchDocument } from '../document.ts'

export const OWNERS = {
  university: '00000000-0000-7000-8000-0000000000a1',
  institute: '00000000-0000-7000-8000-0000000000a2',
} as const

const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`

/** A listing with the given fields; number `n` is published on the n-th day of a month. */
export const sampleDocument = (n: number, fields: Partial<DocumentSource> = {}): SearchDocument =>
  buildDocument({
    id: idOf(n),
    kind: 'granted_patent',
    state: 'published',
    titleZh: '',
    titleEn: '',
    summaryZh: '',
    summaryEn: '',
    problemZh: '',
    problemEn: '',
    advantageZh: '',
    advantageEn: '',
    applicationsZh: '',
    applicationsEn: '',
    ipcSymbols: [],
    rightNumbers: [],
    technicalField: '05',
    planIndustry: 'new_materials',
    transferModes: ['ordinary_licence'],
    maturityLevel: 4,
    ownerId: OWNERS.university,
    ownerNameZh: '邕江大学',
    ownerNameEn: 'Yongjiang University',
    regionCode: '450100',
    priceMode: 'fixed',
    priceFen: n * 100_000,
    priceMaxFen: null,
    publishedAt: new Date(`2026-01-${n.toString().padStart(2, '0')}T02:00:00Z`),
    ...fields,
  })

export const SAMPLES = {
  graphene: sampleDocument(1, {
    titleZh: '石墨烯锂电池正极材料的制备方法',
    titleEn: 'Preparation of a graphene cathode for lithium batteries',
    summaryZh: '在正极中加入少量石墨烯，电池在低温下的放电容量明显提高。',
    summaryEn: 'A little graphene in the cathode raises the discharge capacity in the cold.',
    advantageZh: '循环一千次后容量保持率高。',
    ipcSymbols: ['H01M 4/62'],
    rightNumbers: ['202310000001.5'],
    transferModes: ['exclusive_licence', 'ordinary_licence'],
    maturityLevel: 6,
  }),
  recycling: sampleDocument(2, {
    titleZh: '退役动力蓄电池的拆解与回收装置',
    titleEn: 'Dismantling and recovery plant for retired traction cells',
    summaryZh: '自动识别型号后拆解，正极粉末中的锂和钴得到回收。',
    summaryEn: 'Cells are told apart, opened and sorted; lithium and cobalt are recovered.',
    applicationsZh: '可用于石墨烯生产废料的分选。',
    rightNumbers: ['95115608.X'],
    technicalField: '07',
    planIndustry: 'energy_saving_environment',
    ownerId: OWNERS.institute,
    ownerNameZh: '青秀环境研究院',
    ownerNameEn: 'Qingxiu Institute of Environment',
    transferModes: ['assignment'],
  }),
  sugarcane: sampleDocument(3, {
    titleZh: '甘蔗渣制备生物质炭及其在酸性土壤改良中的应用',
    titleEn: 'Biochar from sugarcane bagasse for acid soils',
    summaryZh: '以甘蔗渣为原料，低温热解得到生物质炭，提高土壤的酸碱度。',
    summaryEn: 'Bagasse is pyrolysed at low temperature; the biochar lifts the pH of the soil.',
    technicalField: '09',
    planIndustry: 'food',
    kind: 'research_result',
    priceMode: 'negotiable',
    priceFen: null,
  }),
  quantum: sampleDocument(4, {
    titleZh: '量子点发光二极管显示面板',
    titleEn: 'Display panel with quantum dot light emitting diodes',
    summaryZh: '量子点层厚度均匀，面板的色域更宽。',
    summaryEn: 'An even layer of quantum dots widens the colour gamut.',
    technicalField: '01',
    planIndustry: 'electronics_information',
  }),
  points: sampleDocument(5, {
    titleZh: '量子密钥在点与点之间的分发',
    titleEn: 'Key distribution between stations',
    summaryZh: '量子信道在每个点加密。',
    summaryEn: 'Keys travel between two points over a quantum channel.',
    technicalField: '01',
    planIndustry: 'electronics_information',
    kind: 'know_how',
  }),
  gis: sampleDocument(6, {
    titleZh: '基于 GIS 的内涝预警系统',
    titleEn: 'Early warning of urban flooding with GIS',
    summaryZh: '结合雨量与管网数据，提前一小时给出内涝风险图。',
    summaryEn: 'Rain and sewer data give a map of the risk an hour ahead.',
    technicalField: '11',
    kind: 'software_copyright',
    planIndustry: 'producer_services',
    ownerId: OWNERS.institute,
    ownerNameZh: '青秀环境研究院',
    ownerNameEn: 'Qingxiu Institute of Environment',
    rightNumbers: ['2021SR0123456'],
  }),
} as const

export const ALL_SAMPLES: readonly SearchDocument[] = Object.values(SAMPLES)
