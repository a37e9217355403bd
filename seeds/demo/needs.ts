import type {
  CooperationMode,
  IpWish,
  NeedType,
  NeedVisibility,
  PlanIndustry,
  TechnicalField,
} from '@market/domain/codes'

interface NeedText {
  title: string
  problem: string
  goal: string
  necessity: string
}

export interface DemoNeed {
  key: string
  poster: string
  on: string
  zh: NeedText
  en: NeedText
  /** Name, unit, present value and target. */
  indicators: [zh: string, en: string, unit: string, present: string, target: string][]
  type: NeedType
  modes: CooperationMode[]
  ip: IpWish
  /** Budget in 万元; null is negotiable. */
  budgetWan: [number, number] | null
  field: TechnicalField
  industry: PlanIndustry
  maturity: number
  months: number
  visibility?: NeedVisibility
  /** Stays with the reviewers. */
  waiting?: boolean
  /** Who proposes to solve it. */
  proposal?: { by: string; approach: string; evidence: string; team: string; months: number; wan: number }
}

/** Needs of firms of the city, in the fields it lives by. */
export const DEMO_NEEDS: readonly DemoNeed[] = [
  {
    key: 'molasses-liquor',
    poster: 'ganyuan',
    on: '2026-06-03',
    zh: {
      title: '甘蔗糖蜜酒精废液低能耗浓缩与资源化',
      problem: '现有多效蒸发能耗高、结垢快，每榨季停机清洗四次以上，浓缩液只能低价外售。',
      goal: '单位废液浓缩能耗下降三成，浓缩液制成可登记的有机肥。',
      necessity: '甘蔗制糖是本地支柱产业，废液处理成本占酒精生产成本的一成以上。',
    },
    en: {
      title: 'Low-energy concentration and reuse of cane molasses distillery waste',
      problem:
        'Multiple-effect evaporation uses a lot of energy and scales up: four stops or more for cleaning each season, and the concentrate sells only cheaply.',
      goal: 'Cut the energy of concentration by 30 % and turn the concentrate into a registered fertilizer.',
      necessity:
        'Cane sugar carries the local economy, and treating the waste is over a tenth of the cost of making alcohol.',
    },
    indicators: [
      ['吨废液蒸汽消耗', 'Steam per tonne of waste', 't', '0.32', '≤ 0.22'],
      ['连续运行周期', 'Run between cleanings', '天', '25', '≥ 60'],
    ],
    type: 'key_technology',
    modes: ['commission', 'joint'],
    ip: 'shared',
    budgetWan: [80, 180],
    field: '07',
    industry: 'energy_saving_environment',
    maturity: 6,
    months: 18,
    proposal: {
      by: 'qinglan',
      approach: '采用机械蒸汽再压缩与陶瓷膜预处理组合，配合在线防垢。',
      evidence: '已完成日处理五吨废液的中试，连续运行四十二天。',
      team: '化工分离团队六人，含高级职称三人。',
      months: 16,
      wan: 150,
    },
  },
  {
    key: 'aluminium-extrusion',
    poster: 'liugang-parts',
    on: '2026-06-17',
    zh: {
      title: '高强铝合金型材挤压表面缺陷在线识别',
      problem: '铝加工型材表面划伤、起皮靠人工目检，漏检率高，客户投诉多。',
      goal: '挤压线上实时识别并标记六类缺陷。',
      necessity: '新能源汽车用铝型材订单增长快，表面质量决定能否进入供应链。',
    },
    en: {
      title: 'In-line recognition of surface defects on extruded high-strength aluminium profiles',
      problem:
        'Scratches and peeling on extruded profiles are looked for by eye; defects slip through and customers complain.',
      goal: 'Recognize and mark six classes of defects on the line in real time.',
      necessity: 'Orders for car profiles grow fast, and the surface decides who may supply.',
    },
    indicators: [
      ['漏检率', 'Missed defects', '%', '8', '≤ 1'],
      ['线速度', 'Line speed', 'm/min', '人工抽检', '≥ 40'],
    ],
    type: 'process_improvement',
    modes: ['commission', 'licence'],
    ip: 'poster',
    budgetWan: [60, 120],
    field: '03',
    industry: 'advanced_equipment',
    maturity: 7,
    months: 12,
  },
  {
    key: 'asean-trade',
    poster: 'qifan',
    on: '2026-07-08',
    zh: {
      title: '东盟跨境电商多语种商品归类与单证自动生成',
      problem: '越南语、泰语商品描述不规范，人工归类慢，退单率高。',
      goal: '由商品图文自动给出税则归类建议并生成双语单证。',
      necessity: '中国—东盟跨境电商业务量逐年翻番，单证人力成为瓶颈。',
    },
    en: {
      title: 'Multilingual classification and papers for cross-border e-commerce with ASEAN',
      problem:
        'Vietnamese and Thai descriptions of goods are irregular; classifying by hand is slow and papers come back.',
      goal: 'Suggest tariff codes from pictures and text, and write the papers in two languages.',
      necessity:
        'Cross-border trade with ASEAN doubles year by year, and the people who write the papers are the bottleneck.',
    },
    indicators: [['归类首选正确率', 'First suggestion right', '%', '62', '≥ 90']],
    type: 'product_upgrade',
    modes: ['joint', 'licence', 'equity'],
    ip: 'negotiable',
    budgetWan: null,
    field: '01',
    industry: 'electronics_information',
    maturity: 7,
    months: 14,
  },
  {
    key: 'battery-thermal',
    poster: 'nanhu-grid',
    on: '2026-07-22',
    zh: {
      title: '高温高湿环境下储能电池热失控早期预警',
      problem: '现有温度阈值报警滞后，夏季湿热环境误报多。',
      goal: '热失控前十分钟以上给出预警，误报率低于千分之一。',
      necessity: '新能源配储规模快速扩大，安全是并网前提。',
    },
    en: {
      title: 'Early warning of thermal runaway of storage batteries in hot and humid climates',
      problem: 'Alarms at a fixed temperature come late, and often falsely in the hot and humid summer.',
      goal: 'Warn ten minutes ahead, with less than one false alarm in a thousand.',
      necessity:
        'Storage beside wind and solar plants grows fast, and nothing is connected to the grid unless it is safe.',
    },
    indicators: [
      ['预警提前量', 'Lead time', 'min', '2', '≥ 10'],
      ['误报率', 'False alarms', '‰', '15', '≤ 1'],
    ],
    type: 'key_technology',
    modes: ['commission', 'joint', 'licence'],
    ip: 'shared',
    budgetWan: [150, 300],
    field: '06',
    industry: 'new_energy',
    maturity: 6,
    months: 24,
  },
  {
    key: 'herb-extract',
    poster: 'guihai',
    on: '2026-08-05',
    zh: {
      title: '广西道地药材有效成分绿色提取与质量追溯',
      problem: '乙醇提取溶剂残留控制难，批次间含量波动大。',
      goal: '建立低溶剂提取工艺，批间含量相对偏差小于百分之五。',
      necessity: '生物医药为主导产业，中药提取物出口东盟需要稳定质量。',
    },
    en: {
      title: 'Green extraction and traceable quality of local medicinal herbs',
      problem:
        'Residues of solvent are hard to control in ethanol extraction, and the content varies from batch to batch.',
      goal: 'A low-solvent process with less than 5 % deviation between batches.',
      necessity: 'Biomedicine is a leading industry here, and extracts sold to ASEAN need a steady quality.',
    },
    indicators: [['批间相对偏差', 'Deviation between batches', '%', '14', '≤ 5']],
    type: 'process_improvement',
    modes: ['commission', 'assignment'],
    ip: 'poster',
    budgetWan: [50, 100],
    field: '04',
    industry: 'biomedicine',
    maturity: 7,
    months: 15,
  },
  {
    key: 'mango-sorting',
    poster: 'tianye',
    on: '2026-08-19',
    zh: {
      title: '芒果采后无损分级与保鲜一体化装备',
      problem: '人工分级效率低，冷链途中腐损率高。',
      goal: '按糖度与内部缺陷分级，常温货架期延长五天。',
      necessity: '百色、南宁芒果外销量大，采后损耗超过两成。',
    },
    en: {
      title: 'Non-destructive sorting and preservation of mangoes after harvest',
      problem: 'Grading by hand is slow, and fruit rots on the way in the cold chain.',
      goal: 'Sort by sugar and inner defects, and add five days of shelf life.',
      necessity:
        'Baise and Nanning sell their mangoes across the country and lose over a fifth after the harvest.',
    },
    indicators: [
      ['分级速度', 'Sorting rate', '个/秒', '2', '≥ 8'],
      ['腐损率', 'Loss', '%', '21', '≤ 8'],
    ],
    type: 'introduction',
    modes: ['licence', 'assignment'],
    ip: 'solver',
    budgetWan: [30, 80],
    field: '09',
    industry: 'modern_agriculture',
    maturity: 8,
    months: 10,
  },
  {
    key: 'voc-furniture',
    poster: 'lvling',
    on: '2026-09-02',
    zh: {
      title: '家具喷涂低浓度挥发性有机物催化治理',
      problem: '活性炭更换频繁，危废处置费用高。',
      goal: '低温催化氧化达标排放，催化剂寿命两年以上。',
      necessity: '环保排放标准收严，中小企业需要低成本治理方案。',
    },
    en: {
      title: 'Catalytic treatment of dilute VOC from furniture coating',
      problem: 'Activated carbon has to be replaced often and is costly to dispose of.',
      goal: 'Meet the limits by low-temperature catalysis, with a catalyst that lasts two years.',
      necessity: 'Emission limits become stricter, and small firms need a cheap treatment.',
    },
    indicators: [['催化剂寿命', 'Catalyst life', '月', '8', '≥ 24']],
    type: 'introduction',
    modes: ['licence', 'consulting'],
    ip: 'solver',
    budgetWan: [20, 60],
    field: '07',
    industry: 'energy_saving_environment',
    maturity: 8,
    months: 12,
  },
  {
    key: 'low-carbon-cement',
    poster: 'yanshi',
    on: '2026-09-16',
    zh: {
      title: '赤泥与钢渣制备低碳胶凝材料',
      problem: '固废掺量超过三成后早期强度不足。',
      goal: '掺量五成以上，三天强度达到通用水泥水平。',
      necessity: '建材行业碳减排压力大，铝加工赤泥堆存多。',
    },
    en: {
      title: 'Low-carbon binder from red mud and steel slag',
      problem: 'With more than three tenths of waste in it, the early strength is too low.',
      goal: 'More than half waste, with the three-day strength of common cement.',
      necessity: 'Building materials are pressed to cut carbon, and red mud piles up in heaps.',
    },
    indicators: [
      ['固废掺量', 'Share of waste', '%', '30', '≥ 50'],
      ['三天抗压强度', 'Three-day strength', 'MPa', '14', '≥ 22'],
    ],
    type: 'key_technology',
    modes: ['joint', 'commission'],
    ip: 'shared',
    budgetWan: [100, 200],
    field: '05',
    industry: 'building_materials',
    maturity: 5,
    months: 24,
    visibility: 'anonymous',
  },
  {
    key: 'bagasse-paper',
    poster: 'zhuyun',
    on: '2026-09-23',
    zh: {
      title: '蔗渣竹浆混合制浆节水降耗',
      problem: '吨浆耗水高，漂白段色度不稳定。',
      goal: '吨浆耗水下降四成，白度稳定。',
      necessity: '造纸行业取水定额下调。',
    },
    en: {
      title: 'Saving water in pulping bagasse with bamboo',
      problem: 'Each tonne of pulp takes a great deal of water, and its colour is unsteady after bleaching.',
      goal: 'Forty per cent less water and steady whiteness.',
      necessity: 'The water quota of paper mills has been lowered.',
    },
    indicators: [['吨浆耗水', 'Water per tonne', 'm³', '38', '≤ 23']],
    type: 'process_improvement',
    modes: ['commission', 'consulting'],
    ip: 'poster',
    budgetWan: [40, 90],
    field: '07',
    industry: 'paper',
    maturity: 6,
    months: 18,
  },
  {
    key: 'silk-dyeing',
    poster: 'zhuangjin',
    on: '2026-10-14',
    zh: {
      title: '茧丝绸生态染色与壮锦纹样数字化织造',
      problem: '植物染色牢度低，纹样转织耗时。',
      goal: '日晒牢度四级以上，纹样转织一天内完成。',
      necessity: '桑蚕茧产量居全国前列，产品附加值偏低。',
    },
    en: {
      title: 'Ecological dyeing of silk and digital weaving of Zhuang brocade patterns',
      problem: 'Plant dyes fade, and turning a pattern into a weave takes long.',
      goal: 'Light fastness of grade four, and patterns ready to weave within a day.',
      necessity: 'The region is among the first in silk cocoons, yet its products add little value.',
    },
    indicators: [['耐日晒色牢度', 'Light fastness', '级', '2–3', '≥ 4']],
    type: 'product_upgrade',
    modes: ['joint'],
    ip: 'shared',
    budgetWan: [20, 50],
    field: '05',
    industry: 'textiles',
    maturity: 6,
    months: 12,
  },
  {
    key: 'feed-enzyme',
    poster: 'beibu-feed',
    on: '2026-10-28',
    zh: {
      title: '木薯渣发酵饲料专用菌剂',
      problem: '木薯渣氢氰酸残留与粗纤维高，发酵周期长。',
      goal: '发酵周期缩短到三天，氢氰酸残留达到饲料标准。',
      necessity: '水产与生猪养殖饲料成本占七成。',
    },
    en: {
      title: 'A culture for fermenting cassava residue into feed',
      problem: 'Cassava residue keeps hydrogen cyanide and coarse fibre, and takes long to ferment.',
      goal: 'Ferment in three days, with hydrogen cyanide within the feed standard.',
      necessity: 'Feed is seven tenths of the cost of raising fish and pigs.',
    },
    indicators: [['发酵周期', 'Fermentation', '天', '9', '≤ 3']],
    type: 'supporting',
    modes: ['licence', 'commission'],
    ip: 'solver',
    budgetWan: [30, 70],
    field: '04',
    industry: 'food',
    maturity: 7,
    months: 9,
    visibility: 'verified',
  },
  {
    key: 'edge-inspection',
    poster: 'xiangzhi',
    on: '2026-11-11',
    zh: {
      title: '边缘侧小样本工业视觉检测算法',
      problem: '新产品缺陷样本少，模型训练周期长。',
      goal: '二十张样本内完成换型，边缘设备推理小于三十毫秒。',
      necessity: '电子信息制造多品种小批量趋势明显。',
    },
    en: {
      title: 'Few-sample visual inspection on edge devices',
      problem: 'New products show too few defects to learn from, and training takes long.',
      goal: 'Change over with twenty samples, with inference under 30 ms on the device.',
      necessity: 'Electronics are made in ever more kinds and ever smaller batches.',
    },
    indicators: [
      ['换型样本数', 'Samples to change over', '张', '600', '≤ 20'],
      ['推理时间', 'Inference', 'ms', '120', '≤ 30'],
    ],
    type: 'key_technology',
    modes: ['commission', 'joint'],
    ip: 'shared',
    budgetWan: [50, 110],
    field: '01',
    industry: 'electronics_information',
    maturity: 6,
    months: 12,
    waiting: true,
  },
]
