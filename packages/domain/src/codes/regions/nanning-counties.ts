import type { CodeRow } from '../code-row.ts'

/** Districts, counties and the county-level city of Nanning as they stand today. */
export const NANNING_COUNTIES: readonly CodeRow[] = [
  ['450102', '兴宁区', 'Xingning District'],
  ['450103', '青秀区', 'Qingxiu District'],
  ['450105', '江南区', 'Jiangnan District'],
  ['450107', '西乡塘区', 'Xixiangtang District'],
  ['450108', '良庆区', 'Liangqing District'],
  ['450109', '邕宁区', 'Yongning District'],
  ['450110', '武鸣区', 'Wuming District'],
  ['450123', '隆安县', "Long'an County"],
  ['450124', '马山县', 'Mashan County'],
  ['450125', '上林县', 'Shanglin County'],
  ['450126', '宾阳县', 'Binyang County'],
  ['450181', '横州市', 'Hengzhou City'],
]

export interface RegionSuccession {
  former: CodeRow
  successor: string
  /** First day of the successor; the years are certain, the days are those of the approvals as remembered. */
  since: string
}

/** Codes that live on in old records and are read as the place that followed. */
export const NANNING_SUCCESSIONS: readonly RegionSuccession[] = [
  { former: ['450122', '武鸣县', 'Wuming County'], successor: '450110', since: '2015-02-16' },
  { former: ['450127', '横县', 'Heng County'], successor: '450181', since: '2021-02-03' },
]
