import type { ComparisonRow } from '@market/domain/listings'

/** What a listing is measured against, and the measures. */
export interface DemoComparison {
  leading: { zh: string; en: string }
  rows: readonly ComparisonRow[]
}

const row = (
  [aspectZh, aspectEn]: readonly [string, string],
  unit: string,
  [ours, leading]: readonly [string, string],
  source: string,
): ComparisonRow => ({ aspectZh, aspectEn, unit, ours, leading, source })

/** By the key of the listing; invented figures, like everything of the demonstration. */
export const DEMO_COMPARISONS: Readonly<Record<string, DemoComparison>> = {
  'carbonate-powder': {
    leading: { zh: '商品重质碳酸钙浆料', en: 'Bought ground calcium carbonate slurry' },
    rows: [
      row(
        ['吨产品成本', 'Cost per tonne'],
        '元/t',
        ['610', '760'],
        '年产 3 万吨生产线 2015 年成本核算（示例）',
      ),
      row(['白度', 'Brightness'], '%', ['94', '93'], '第三方检测报告（示例）'),
      row(['吨产品用电', 'Electricity per tonne'], 'kWh/t', ['145', '170'], '生产线电表记录（示例）'),
      row(['尾料消纳', 'Waste used'], 't/t', ['1.1', '0'], '物料平衡（示例）'),
    ],
  },
  'sludge-drying': {
    leading: { zh: '天然气带式干化', en: 'Gas-fired belt drying' },
    rows: [
      row(['吨水蒸发成本', 'Cost per tonne of water'], '元/t', ['118', '205'], '中试运行记录（示例）'),
      row(['出料含水率', 'Moisture of the product'], '%', ['≤ 30', '≤ 40'], '第三方检测报告（示例）'),
      row(['占地', 'Floor space'], 'm²', ['60', '95'], '设计图（示例）'),
    ],
  },
  'soil-cadmium': {
    leading: { zh: '石灰钝化', en: 'Liming' },
    rows: [
      row(['稻米镉下降', 'Cadmium in rice, reduction'], '%', ['62', '35'], '两季田间试验（示例）'),
      row(['每亩投入', 'Cost per mu'], '元', ['180', '150'], '田间试验台账（示例）'),
      row(['持效', 'Lasting'], '季', ['4', '2'], '田间试验（示例）'),
    ],
  },
  'voc-catalyst': {
    leading: { zh: '进口铂系催化剂', en: 'Imported platinum catalyst' },
    rows: [
      row(['起燃温度', 'Light-off temperature'], '℃', ['205', '230'], '台架试验（示例）'),
      row(['每升价格', 'Price per litre'], '元', ['160', '420'], '采购报价（示例）'),
      row(['寿命', 'Life'], 'h', ['16000', '20000'], '加速老化试验（示例）'),
    ],
  },
  'crane-sway': {
    leading: { zh: '人工防摇操作', en: 'Manual sway control' },
    rows: [
      row(['单箱作业时间', 'Time per container'], 's', ['88', '112'], '港区三个月记录（示例）'),
      row(['定位误差', 'Positioning error'], 'mm', ['±25', '±80'], '现场测量（示例）'),
      row(['司机培训', 'Operator training'], '天', ['5', '60'], '用户证明（示例）'),
    ],
  },
  'uwb-position': {
    leading: { zh: '蓝牙信标定位', en: 'Bluetooth beacons' },
    rows: [
      row(['定位精度', 'Accuracy'], 'm', ['0.2', '2.5'], '厂房实测（示例）'),
      row(['每百平方米设备投入', 'Equipment per 100 m²'], '元', ['1900', '1100'], '工程报价（示例）'),
      row(['标签续航', 'Battery life of a tag'], '月', ['14', '10'], '实验室测试（示例）'),
    ],
  },
}
