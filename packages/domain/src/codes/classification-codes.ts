import type { CodeOf } from './code-list.ts'

/** The eleven technical fields of the contract register. */
export const TECHNICAL_FIELDS = [
  { code: '01', zh: '电子信息', en: 'Electronics and information' },
  { code: '02', zh: '航空航天', en: 'Aviation and aerospace' },
  { code: '03', zh: '先进制造', en: 'Advanced manufacturing' },
  { code: '04', zh: '生物、医药和医疗器械', en: 'Biology, medicine and medical devices' },
  { code: '05', zh: '新材料及其应用', en: 'New materials and their application' },
  { code: '06', zh: '新能源与高效节能', en: 'New energy and energy efficiency' },
  { code: '07', zh: '环境保护与资源综合利用', en: 'Environmental protection and resource recovery' },
  { code: '08', zh: '核应用', en: 'Nuclear applications' },
  { code: '09', zh: '农业', en: 'Agriculture' },
  { code: '10', zh: '现代交通', en: 'Modern transport' },
  { code: '11', zh: '城市建设与社会发展', en: 'Urban construction and social development' },
] as const
export type TechnicalField = CodeOf<typeof TECHNICAL_FIELDS>

export const PLAN_INDUSTRY_GROUPS = [
  { code: 'leading', zh: '主导产业', en: 'Leading industries' },
  { code: 'emerging', zh: '新兴产业', en: 'Emerging industries' },
  { code: 'traditional', zh: '传统产业', en: 'Traditional industries' },
  { code: 'agriculture', zh: '现代农业', en: 'Modern agriculture' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const
export type PlanIndustryGroup = CodeOf<typeof PLAN_INDUSTRY_GROUPS>

/** The priority industries of the city's plan for science and technology. */
export const PLAN_INDUSTRIES = [
  { code: 'electronics_information', group: 'leading', zh: '电子信息', en: 'Electronics and information' },
  { code: 'advanced_equipment', group: 'leading', zh: '先进装备制造', en: 'Advanced equipment' },
  { code: 'biomedicine', group: 'leading', zh: '生物医药', en: 'Biomedicine' },
  {
    code: 'energy_saving_environment',
    group: 'emerging',
    zh: '节能环保',
    en: 'Energy saving and environment',
  },
  { code: 'new_materials', group: 'emerging', zh: '新材料', en: 'New materials' },
  { code: 'new_energy', group: 'emerging', zh: '新能源', en: 'New energy' },
  { code: 'producer_services', group: 'emerging', zh: '生产性服务业', en: 'Producer services' },
  { code: 'food', group: 'traditional', zh: '食品', en: 'Food' },
  { code: 'chemicals', group: 'traditional', zh: '化工', en: 'Chemicals' },
  { code: 'building_materials', group: 'traditional', zh: '建材', en: 'Building materials' },
  { code: 'paper', group: 'traditional', zh: '造纸', en: 'Paper' },
  { code: 'textiles', group: 'traditional', zh: '纺织', en: 'Textiles' },
  { code: 'modern_agriculture', group: 'agriculture', zh: '现代农业', en: 'Modern agriculture' },
  { code: 'other', group: 'other', zh: '其他产业', en: 'Other industries' },
] as const
export type PlanIndustry = CodeOf<typeof PLAN_INDUSTRIES>

export const SOCIO_ECONOMIC_OBJECTIVES = [
  { code: '01', zh: '环境保护、生态建设及污染防治', en: 'Environment, ecology and pollution control' },
  { code: '02', zh: '能源生产、分配和合理利用', en: 'Production, distribution and use of energy' },
  { code: '03', zh: '卫生事业发展', en: 'Health' },
  { code: '04', zh: '教育事业发展', en: 'Education' },
  { code: '05', zh: '基础设施以及城市和农村规划', en: 'Infrastructure, urban and rural planning' },
  { code: '06', zh: '社会发展和社会服务', en: 'Social development and services' },
  { code: '07', zh: '地球和大气层的探索与利用', en: 'Exploration and use of the earth and atmosphere' },
  { code: '08', zh: '民用空间探测及开发', en: 'Civil space' },
  { code: '09', zh: '农林牧渔业发展', en: 'Agriculture, forestry, husbandry and fishery' },
  { code: '10', zh: '工商业发展', en: 'Industry and commerce' },
  { code: '11', zh: '非定向研究', en: 'Non-oriented research' },
  { code: '12', zh: '其他民用目标', en: 'Other civil objectives' },
  { code: '13', zh: '国防', en: 'Defence' },
] as const
export type SocioEconomicObjective = CodeOf<typeof SOCIO_ECONOMIC_OBJECTIVES>
