import 'i18next'
import type { zhCN } from '../../i18n/zh-CN/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zhCN
    returnNull: false
  }
}
