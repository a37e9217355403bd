export const home = {
  title: '把研究成果变成登记在册的合同',
  description:
    '高校院所发布专利与成果，企业按问题查找并提出许可意向，合同经认定登记，汇成{{city}}的技术合同成交额。',
  lead: '说出您的问题，或要找的技术。中文、英文、专利号都可以。',
  examples: '例如',
  queries: [
    '甘蔗渣综合利用',
    '水泥窑余热回收',
    '降低污水处理的药耗',
    'rice blast resistance',
    '激光焊缝检测',
  ],
  figure: {
    label: '{{year}} 年技术合同成交额',
    contracts_one: '{{count}} 项登记合同',
    contracts_other: '{{count}} 项登记合同',
    ofPath: '规划当年 {{amount}}，已达 {{share}}',
    explain: '这个数字从哪里来',
    none: '本年尚无登记的合同。',
    sample: '示例规划',
  },
  newest: { title: '各产业最新成果', all: '浏览全部 {{count}} 项成果', empty: '还没有发布的成果。' },
  doors: {
    label: '从这里开始',
    post: '发布成果',
    postText: '高校、院所与企业登记专利、技术秘密或科研成果，经审核后公开。',
    find: '寻找技术',
    findText: '按问题搜索，按产业、方式和成熟度筛选，向持有方提出许可意向。',
    register: '登记合同',
    registerText: '技术转移机构提交已签署的合同，登记员审查，发给可查验的证书。',
  },
} as const
