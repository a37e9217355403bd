/** One password for every demonstration account; the accounts exist in demo mode only. */
export const DEMO_PASSWORD = 'market-demo-2026'

/** Reserved for documentation (RFC 2606): no mail ever leaves for it. */
export const DEMO_DOMAIN = 'example.com'

export interface DemoAccount {
  email: string
  zh: string
  en: string
}

/** The accounts to try the chain with, in the order of the chain. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    email: `university@${DEMO_DOMAIN}`,
    zh: '高校：编辑、洽谈、签署、财务',
    en: 'university: posts, negotiates, signs, confirms money',
  },
  { email: `company@${DEMO_DOMAIN}`, zh: '企业：检索、申请许可', en: 'company: searches and requests' },
  { email: `filer@${DEMO_DOMAIN}`, zh: '技术转移机构：申报登记', en: 'transfer agency: files contracts' },
  {
    email: `registrar@${DEMO_DOMAIN}`,
    zh: '技术转移机构：审查登记',
    en: 'transfer agency: registers contracts',
  },
  {
    email: `operator@${DEMO_DOMAIN}`,
    zh: '平台：核验、审核、登记',
    en: 'operator: verifies, reviews, registers',
  },
  { email: `authority@${DEMO_DOMAIN}`, zh: '主管部门：指标与审计', en: 'authority: indicators and audit' },
]
