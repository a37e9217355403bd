import { SearchPage } from '@market/contracts/discovery'
import { TurnoverSummary } from '@market/contracts/indicators'
import { PLAN_INDUSTRIES, type PlanIndustry } from '@market/domain/codes'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'

const NEWEST_READ = 50
const SHOWN_PER_INDUSTRY = 2

export interface IndustryNews {
  code: PlanIndustry
  zh: string
  en: string
  count: number
  newest: { id: string; titleZh: string; titleEn: string; ownerZh: string; ownerEn: string }[]
}

export interface HomeView {
  /** Null when the figure cannot be had just now; the page stands without it. */
  turnover: TurnoverSummary | null
  industries: IndustryNews[]
  total: number
}

export async function loadHome(api: ApiClient): Promise<HomeView> {
  const [turnover, newest] = await Promise.all([
    attempt(() => api.get('/api/turnover/summary', TurnoverSummary)),
    attempt(() => api.get('/api/search', SearchPage, { sort: 'newest', limit: NEWEST_READ })),
  ])
  return {
    turnover: turnover.ok ? turnover.value : null,
    industries: newest.ok ? byIndustry(newest.value) : [],
    total: newest.ok ? newest.value.total : 0,
  }
}

/** The newest listings under the industries of the plan, in the plan's order. */
function byIndustry(page: SearchPage): IndustryNews[] {
  const counts = new Map(page.facets.planIndustry?.map(({ value, count }) => [value, count]))
  return PLAN_INDUSTRIES.map(({ code, zh, en }) => ({
    code,
    zh,
    en,
    count: counts.get(code) ?? 0,
    newest: page.items
      .filter(({ planIndustry }) => planIndustry === code)
      .slice(0, SHOWN_PER_INDUSTRY)
      .map(({ id, titleZh, titleEn, owner }) => ({
        id,
        titleZh,
        titleEn,
        ownerZh: owner.nameZh,
        ownerEn: owner.nameEn,
      })),
  })).filter(({ newest }) => newest.length > 0)
}
