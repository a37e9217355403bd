import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { home as source } from '../zh-CN/home.ts'

export const home: Translation<typeof source> = {
  title: 'From a research result to a contract on the register',
  description:
    "Universities post patents and results, firms find them by problem and ask for a licence, and registered contracts add up to {{city}}'s technology contract turnover.",
  lead: 'Say what your problem is, or the technology you need. Chinese, English and patent numbers all work.',
  examples: 'For example',
  queries: [
    'sugarcane bagasse',
    'kiln waste heat',
    'wastewater dosing',
    '水稻稻瘟病抗性',
    'laser weld inspection',
  ],
  figure: {
    label: 'Technology contract turnover in {{year}}',
    contracts_one: '{{count}} registered contract',
    contracts_other: '{{count}} registered contracts',
    ofPath: "{{share}} of the plan's {{amount}} for the year",
    explain: 'Where this figure comes from',
    none: 'No contract has been registered this year yet.',
    sample: 'sample plan',
  },
  newest: {
    title: 'Newest, by industry',
    all: 'See all {{count}} results',
    empty: 'Nothing has been published yet.',
  },
  doors: {
    label: 'Start here',
    post: 'Post a result',
    postText:
      'Universities, institutes and firms post patents, know-how and research results; a reviewer publishes them.',
    find: 'Find technology',
    findText: 'Search by problem, narrow by industry, mode and maturity, and ask the owner for a licence.',
    need: 'Post a need',
    needText:
      'Firms state a problem, measurable goals and a budget, and owners answer with results or proposals.',
    register: 'Register a contract',
    registerText:
      'A transfer agency files the signed contract, a registrar examines it, and a certificate anybody can check is issued.',
  },
}
