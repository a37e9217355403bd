import type { OrganizationKind, Role } from '@market/domain'
import { sampleCreditCode } from './identifiers.ts'

export interface DemoMember {
  /** Part of the e-mail address before the reserved domain. */
  key: string
  name: string
  roles: readonly Role[]
}

export interface DemoOrganization {
  key: string
  kind: OrganizationKind
  nameZh: string
  nameEn: string
  creditCode: string
  stateOwned: boolean
  regionCode: string
  introZh: string
  introEn: string
  /** The first member founds the organization on the market and is its owner. */
  members: readonly [DemoMember, ...DemoMember[]]
  /** Day of its application; absent: before the first deal. */
  appliedOn?: string
  /** What became of the application; absent: verified. */
  outcome?: 'pending' | 'rejected'
}

const owner = (key: string, name: string): DemoMember => ({ key, name, roles: ['owner'] })

const universities: readonly DemoOrganization[] = [
  {
    key: 'qinglan',
    kind: 'university',
    nameZh: '青岚理工大学（示例）',
    nameEn: 'Qinglan University of Technology (sample)',
    creditCode: sampleCreditCode('12', '450100', 1),
    stateOwned: true,
    regionCode: '450107',
    introZh: '以制造、信息与材料学科为主的理工科大学，设有成果转化办公室，负责全校成果挂牌与合同管理。',
    introEn:
      'A technical university with strengths in manufacturing, information and materials. Its conversion office posts results and keeps the contracts of the whole university.',
    members: [
      owner('qinglan-owner', '韦晓岚'),
      { key: 'university', name: '陆知远', roles: ['editor', 'negotiator', 'signatory', 'finance'] },
      { key: 'qinglan-finance', name: '苏婉清', roles: ['finance'] },
    ],
  },
  {
    key: 'zhujin',
    kind: 'university',
    nameZh: '朱槿农业大学（示例）',
    nameEn: 'Zhujin Agricultural University (sample)',
    creditCode: sampleCreditCode('12', '450100', 2),
    stateOwned: true,
    regionCode: '450110',
    introZh: '面向亚热带农业的农林类大学，在甘蔗、水稻、火龙果与畜禽养殖方面积累了长期的育种与栽培成果。',
    introEn:
      'An agricultural university for the subtropics with long-standing breeding and cultivation work in sugar cane, rice, dragon fruit and livestock.',
    members: [owner('zhujin', '覃禾')],
  },
  {
    key: 'mingkang',
    kind: 'university',
    nameZh: '铭康医科大学（示例）',
    nameEn: 'Mingkang Medical University (sample)',
    creditCode: sampleCreditCode('12', '450100', 3),
    stateOwned: true,
    regionCode: '450103',
    introZh: '医学与药学并重，民族药物质量研究与临床检验技术是其转化重点。',
    introEn:
      'Medicine and pharmacy side by side; quality research on ethnic medicines and clinical testing are the main source of its transfers.',
    members: [owner('mingkang', '黄予安')],
  },
  {
    key: 'liyuan',
    kind: 'university',
    nameZh: '漓源电子科技学院（示例）',
    nameEn: 'Liyuan Institute of Electronic Science (sample)',
    creditCode: sampleCreditCode('12', '450300', 4),
    stateOwned: true,
    regionCode: '450300',
    introZh: '位于桂林的电子信息类院校，研究集成电路、测控与通信。',
    introEn:
      'A school of electronics in Guilin working on integrated circuits, instrumentation and communication.',
    members: [owner('liyuan', '蒋澄')],
  },
]

const institutes: readonly DemoOrganization[] = [
  {
    key: 'zhexiang',
    kind: 'institute',
    nameZh: '蔗香糖业技术研究院（示例）',
    nameEn: 'Zhexiang Sugar Technology Institute (sample)',
    creditCode: sampleCreditCode('12', '450100', 5),
    stateOwned: true,
    regionCode: '450105',
    introZh: '服务制糖全链条的专业研究院，研究澄清、结晶、副产物利用和糖厂节能。',
    introEn:
      'An institute for the whole sugar chain: clarification, crystallisation, use of by-products and energy saving in mills.',
    members: [owner('zhexiang', '农少川')],
  },
  {
    key: 'redai-materials',
    kind: 'institute',
    nameZh: '热带新材料研究院（示例）',
    nameEn: 'Tropical New Materials Institute (sample)',
    creditCode: sampleCreditCode('12', '450100', 6),
    stateOwned: true,
    regionCode: '450108',
    introZh: '研究铝基材料、碳酸钙功能粉体、木质素材料和湿热环境防护涂层。',
    introEn:
      'Works on aluminium materials, functional calcium carbonate, lignin materials and coatings for hot and humid climates.',
    members: [owner('redai-materials', '梁砚秋')],
  },
  {
    key: 'yongshui',
    kind: 'institute',
    nameZh: '邕水生态环境研究所（示例）',
    nameEn: 'Yongshui Institute of Ecology and Environment (sample)',
    creditCode: sampleCreditCode('12', '450100', 7),
    stateOwned: true,
    regionCode: '450102',
    introZh: '从事内河水体治理、土壤修复与固体废物资源化研究，并承担环境监测咨询。',
    introEn:
      'Researches the treatment of urban rivers, soil remediation and recovery of solid waste, and advises on environmental monitoring.',
    members: [owner('yongshui', '李沅')],
  },
]

const largeCompanies: readonly DemoOrganization[] = [
  {
    key: 'guihai',
    kind: 'company',
    nameZh: '桂海重型装备股份有限公司（示例）',
    nameEn: 'Guihai Heavy Equipment Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 8),
    stateOwned: false,
    regionCode: '450105',
    introZh: '制造工程机械、港口装卸与轨道检修装备，长期委托高校开发控制与检测技术。',
    introEn:
      'Builds construction machinery, port handling and rail maintenance equipment, and has long commissioned control and inspection technology from universities.',
    members: [owner('company', '周启航'), { key: 'guihai-viewer', name: '邓一鸣', roles: ['viewer'] }],
  },
  {
    key: 'mumian',
    kind: 'company',
    nameZh: '木棉生物制药有限公司（示例）',
    nameEn: 'Mumian Biopharmaceutical Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 9),
    stateOwned: false,
    regionCode: '450103',
    introZh: '生产中药民族药制剂与体外诊断试剂，设有企业技术中心。',
    introEn:
      'Makes traditional and ethnic medicines and in-vitro diagnostics; runs its own technology centre.',
    members: [owner('mumian', '莫清如')],
  },
  {
    key: 'ganyuan',
    kind: 'company',
    nameZh: '甘源糖业集团有限公司（示例）',
    nameEn: 'Ganyuan Sugar Group Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 10),
    stateOwned: false,
    regionCode: '450181',
    introZh: '拥有多家糖厂与一家酵母厂，持续引进澄清、节能和副产物利用技术。',
    introEn:
      'Owns several sugar mills and a yeast plant; takes in clarification, energy and by-product technology.',
    members: [owner('ganyuan', '卢仲甫')],
  },
  {
    key: 'nanhu-grid',
    kind: 'company',
    nameZh: '南湖能源系统有限公司（示例）',
    nameEn: 'Nanhu Energy Systems Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 11),
    stateOwned: false,
    regionCode: '450108',
    introZh: '提供配电网、储能与光伏电站的系统集成和运行服务。',
    introEn: 'Integrates and operates distribution networks, energy storage and photovoltaic plants.',
    members: [owner('nanhu-grid', '唐立衡')],
  },
]

const smallCompanies: readonly DemoOrganization[] = [
  {
    key: 'qifan',
    kind: 'company',
    nameZh: '启帆软件有限公司（示例）',
    nameEn: 'Qifan Software Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 12),
    stateOwned: false,
    regionCode: '450107',
    introZh: '四十人的软件企业，开发多语言客服、跨境物流单证和工业数据采集软件。',
    introEn:
      'A software house of forty people: multilingual service desks, cross-border documents, industrial data.',
    members: [owner('qifan', '谢若帆')],
  },
  {
    key: 'lvling',
    kind: 'company',
    nameZh: '绿岭环境工程有限公司（示例）',
    nameEn: 'Lvling Environmental Engineering Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 13),
    stateOwned: false,
    regionCode: '450102',
    introZh: '承建并运营乡镇污水与有机废物处理设施。',
    introEn: 'Builds and runs sewage and organic waste plants for towns and villages.',
    members: [owner('lvling', '庞绿野')],
  },
  {
    key: 'yanshi',
    kind: 'company',
    nameZh: '岩石坊建材有限公司（示例）',
    nameEn: 'Yanshifang Building Materials Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 14),
    stateOwned: false,
    regionCode: '450126',
    introZh: '生产机制砂、碳酸钙粉体与装配式构件。',
    introEn: 'Produces manufactured sand, calcium carbonate powder and prefabricated elements.',
    members: [owner('yanshi', '甘石楠')],
  },
  {
    key: 'zhuyun',
    kind: 'company',
    nameZh: '竹韵纸业有限公司（示例）',
    nameEn: 'Zhuyun Paper Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 15),
    stateOwned: false,
    regionCode: '450126',
    introZh: '以竹浆和蔗渣浆生产生活用纸与餐具用纸板。',
    introEn: 'Makes tissue and tableware board from bamboo and bagasse pulp.',
    members: [owner('zhuyun', '潘竹君')],
  },
  {
    key: 'zhuangjin',
    kind: 'company',
    nameZh: '锦机坊纺织科技有限公司（示例）',
    nameEn: 'Jinjifang Textile Technology Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 16),
    stateOwned: false,
    regionCode: '450124',
    introZh: '从事桑蚕丝与功能面料的织造、染整。',
    introEn: 'Weaves and finishes silk and functional fabrics.',
    members: [owner('zhuangjin', '蒙织云')],
  },
  {
    key: 'tianye',
    kind: 'company',
    nameZh: '田垄现代农业科技有限公司（示例）',
    nameEn: 'Tianlong Modern Agriculture Technology Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 17),
    stateOwned: false,
    regionCode: '450110',
    introZh: '经营种苗繁育、设施果园与冷链分选。',
    introEn: 'Propagates seedlings and runs protected orchards and a cold-chain sorting line.',
    members: [owner('tianye', '苏田')],
  },
]

const distantCompanies: readonly DemoOrganization[] = [
  {
    key: 'shenguang',
    kind: 'company',
    nameZh: '深湾光储科技有限公司（示例）',
    nameEn: 'Shenwan Solar Storage Technology Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '440300', 18),
    stateOwned: false,
    regionCode: '440300',
    introZh: '位于深圳的光伏储能设备制造商，在广西建有电站。',
    introEn: 'A maker of solar storage equipment in Shenzhen with plants in Guangxi.',
    members: [owner('shenguang', '林湾')],
  },
  {
    key: 'xiangzhi',
    kind: 'company',
    nameZh: '湘麓智能制造有限公司（示例）',
    nameEn: 'Xianglu Smart Manufacturing Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '430100', 19),
    stateOwned: false,
    regionCode: '430100',
    introZh: '位于长沙的机器人与焊接产线集成商。',
    introEn: 'An integrator of robots and welding lines in Changsha.',
    members: [owner('xiangzhi', '罗岳麓')],
  },
  {
    key: 'beibu-feed',
    kind: 'company',
    nameZh: '北部湾海生饲料有限公司（示例）',
    nameEn: 'Beibu Gulf Marine Feed Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450500', 20),
    stateOwned: false,
    regionCode: '450500',
    introZh: '位于北海的水产饲料与海产加工企业。',
    introEn: 'A maker of aquafeed and processor of seafood in Beihai.',
    members: [owner('beibu-feed', '吴海生')],
  },
  {
    key: 'liugang-parts',
    kind: 'company',
    nameZh: '柳岸汽车零部件有限公司（示例）',
    nameEn: "Liu'an Automotive Parts Co., Ltd. (sample)",
    creditCode: sampleCreditCode('91', '450200', 21),
    stateOwned: false,
    regionCode: '450200',
    introZh: '位于柳州，生产新能源汽车结构件与电机壳体。',
    introEn: 'Makes structural parts and motor housings for electric vehicles in Liuzhou.',
    members: [owner('liugang-parts', '覃柳')],
  },
]

const intermediaries: readonly DemoOrganization[] = [
  {
    key: 'wuxiang',
    kind: 'agency',
    nameZh: '五象湖技术转移中心（示例）',
    nameEn: 'Wuxianghu Technology Transfer Centre (sample)',
    creditCode: sampleCreditCode('91', '450100', 22),
    stateOwned: false,
    regionCode: '450108',
    introZh: '代办技术合同认定登记，兼做成果评价与供需对接。',
    introEn: 'Files technology contracts for registration and matches results with demand.',
    members: [
      owner('wuxiang-owner', '宁仲文'),
      { key: 'filer', name: '何登云', roles: ['editor', 'negotiator'] },
      { key: 'registrar', name: '岑正则', roles: ['registrar'] },
    ],
  },
  {
    key: 'guizhi',
    kind: 'agency',
    nameZh: '桂知技术转移有限公司（示例）',
    nameEn: 'Guizhi Technology Transfer Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 23),
    stateOwned: false,
    regionCode: '450107',
    introZh: '设在高新区的技术转移公司，服务理工类高校。',
    introEn: 'A transfer company in the high-tech zone serving technical universities.',
    members: [owner('guizhi', '陆知秋'), { key: 'guizhi-registrar', name: '韦执信', roles: ['registrar'] }],
  },
  {
    key: 'dongmeng',
    kind: 'agency',
    nameZh: '东盟桥技术转移服务中心（示例）',
    nameEn: 'ASEAN Bridge Technology Transfer Centre (sample)',
    creditCode: sampleCreditCode('91', '450100', 24),
    stateOwned: false,
    regionCode: '450103',
    introZh: '面向东盟国家的农业、食品与环境技术转移。',
    introEn: 'Transfers agricultural, food and environmental technology to the ASEAN countries.',
    members: [owner('dongmeng', '阮桥'), { key: 'dongmeng-registrar', name: '凌一心', roles: ['registrar'] }],
  },
  {
    key: 'mingxi-ip',
    kind: 'provider',
    nameZh: '明晰知识产权代理事务所（示例）',
    nameEn: 'Mingxi Intellectual Property Attorneys (sample)',
    creditCode: sampleCreditCode('91', '450100', 25),
    stateOwned: false,
    regionCode: '450103',
    introZh: '专利代理、许可备案与权属核查。',
    introEn: 'Patent prosecution, recording of licences and checks of title.',
    members: [owner('mingxi-ip', '方明')],
  },
  {
    key: 'hengxin',
    kind: 'provider',
    nameZh: '衡信科技评估咨询有限公司（示例）',
    nameEn: 'Hengxin Technology Appraisal Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 26),
    stateOwned: false,
    regionCode: '450103',
    introZh: '技术成熟度评价、无形资产评估与技术调查咨询。',
    introEn: 'Maturity assessment, valuation of intangible assets and technical studies.',
    members: [owner('hengxin', '秦衡')],
  },
]

const applicants: readonly DemoOrganization[] = [
  {
    key: 'xinya',
    kind: 'company',
    nameZh: '新芽植保科技有限公司（示例）',
    nameEn: 'Xinya Plant Protection Co., Ltd. (sample)',
    creditCode: sampleCreditCode('91', '450100', 27),
    stateOwned: false,
    regionCode: '450123',
    introZh: '新成立的植保服务企业，等待核验。',
    introEn: 'A young plant protection company waiting for verification.',
    members: [owner('xinya', '闭新')],
    appliedOn: '2026-11-16',
    outcome: 'pending',
  },
  {
    key: 'kuaizhuan',
    kind: 'agency',
    nameZh: '快转技术经纪工作室（示例）',
    nameEn: 'Kuaizhuan Technology Brokers (sample)',
    creditCode: sampleCreditCode('91', '450100', 28),
    stateOwned: false,
    regionCode: '450103',
    introZh: '申请材料缺少营业执照，已退回。',
    introEn: 'Application turned down: the business licence was missing.',
    members: [owner('kuaizhuan', '史捷')],
    appliedOn: '2026-09-08',
    outcome: 'rejected',
  },
]

/** Organizations that apply on the market like anybody; the operator verifies them. */
export const DEMO_ORGANIZATIONS: readonly DemoOrganization[] = [
  ...universities,
  ...institutes,
  ...largeCompanies,
  ...smallCompanies,
  ...distantCompanies,
  ...intermediaries,
  ...applicants,
]

/** The two that must exist before anybody can be verified. */
export const DEMO_OPERATOR: DemoOrganization = {
  key: 'operator',
  kind: 'operator',
  nameZh: '南宁技术市场运营中心（示例）',
  nameEn: 'Nanning Technology Market Operations (sample)',
  creditCode: sampleCreditCode('12', '450100', 29),
  stateOwned: true,
  regionCode: '450100',
  introZh: '运营本平台：核验机构、审核成果、认定登记技术合同。',
  introEn: 'Runs this market: verifies organizations, reviews listings and registers contracts.',
  members: [
    { key: 'operator-owner', name: '邕平', roles: ['owner'] },
    { key: 'operator', name: '温审言', roles: ['reviewer', 'registrar'] },
  ],
}

export const DEMO_AUTHORITY: DemoOrganization = {
  key: 'authority',
  kind: 'authority',
  nameZh: '南宁市科技主管部门（示例）',
  nameEn: 'Nanning Science and Technology Authority (sample)',
  creditCode: sampleCreditCode('11', '450100', 30),
  stateOwned: true,
  regionCode: '450100',
  introZh: '查看指标、台账与审计记录的主管部门示例账号。',
  introEn: 'The overseeing authority: reads indicators, ledger and audit trail.',
  members: [{ key: 'authority', name: '景知行', roles: ['viewer', 'editor', 'reviewer'] }],
}
