/** A published table as the authority would upload it, with what it says of itself. */
interface DemoStatistics {
  fileName: string
  title: string
  source: string
  definition: string
  publishedOn: string
  /** When the authority loaded it. */
  loadedOn: string
  rows: readonly string[]
}

/** Totals that were published, each with its source; no province but the checked one, and none of this market's own. */
export const DEMO_STATISTICS: readonly DemoStatistics[] = [
  {
    fileName: '安徽技术合同2022上半年.csv',
    title: '安徽省技术合同登记情况（2022年上半年）',
    source: '安徽省2022年上半年技术合同登记通报（转载）',
    definition:
      '上半年登记的技术合同：输出按卖方所在地，吸纳按买方所在地；省内互易同时计入两者，故“成交总额”为二者之和，每份合同只计一次的合计须减去一次互易。发布日期为演示所填。',
    publishedOn: '2022-08-01',
    loadedOn: '2025-03-10',
    rows: [
      '地区,期间,流向,项数,成交额（万元）',
      '安徽,2022-H1,吸纳技术,8024,4284000',
      '安徽,2022-H1,输出技术,8512,3218000',
      '安徽,2022-H1,本地互易,6233,2077000',
    ],
  },
  {
    fileName: '全国技术市场成交额.csv',
    title: '全国技术市场成交额（2015—2024年）',
    source: '国家统计局年度数据“技术市场成交额”',
    definition: '当年登记的全部技术合同的成交总额，不分地区，每份合同只计一次。发布日期为演示所填。',
    publishedOn: '2025-02-28',
    loadedOn: '2025-03-10',
    rows: [
      '地区,期间,流向,指标,数值,单位',
      '全国,2015,输出技术,金额,9835.79,亿元',
      '全国,2016,输出技术,金额,11406.98,亿元',
      '全国,2017,输出技术,金额,13424.22,亿元',
      '全国,2018,输出技术,金额,17697.42,亿元',
      '全国,2019,输出技术,项数,484077,',
      '全国,2019,输出技术,金额,22398.39,亿元',
      '全国,2020,输出技术,金额,28251.51,亿元',
      '全国,2021,输出技术,金额,37294.3,亿元',
      '全国,2022,输出技术,金额,47791.02,亿元',
      '全国,2023,输出技术,金额,61475.66,亿元',
      '全国,2024,输出技术,金额,68354,亿元',
    ],
  },
]
