import { PublishedPeriod, Turnover } from '@market/contracts/indicators'
import { TURNOVER_BREAKDOWNS, TURNOVER_VIEWS } from '@market/domain/indicators'
import type { ApiClient } from '../../../lib/api/client.server.ts'
import type { Locale } from '../../../lib/i18n/locale.ts'

type FrozenTable = PublishedPeriod['figures'][number]
type Frozen = FrozenTable['total']

/** One line of a closed period: as it was published, and as the register has it now. */
export interface PeriodRow extends Frozen {
  code: string
  nameZh: string
  nameEn: string
  /** Contract amount now; null for whoever does not read every cell. */
  nowFen: number | null
}

export interface PeriodView {
  published: PublishedPeriod
  view: string
  by: string
  views: { code: string; name: string }[]
  breakdowns: { code: string; name: string }[]
  rows: PeriodRow[]
  total: Omit<PeriodRow, 'code' | 'nameZh' | 'nameEn'>
  /** Whether the reader sees what single changes did. */
  open: boolean
  /** Null for whoever reads every cell. */
  smallestCell: number | null
}

/** A closed period in one view and breakdown; today's answer gives the names and what stands now. */
export async function loadPeriod(
  api: ApiClient,
  name: string,
  params: URLSearchParams,
  locale: Locale,
): Promise<PeriodView> {
  const published = await api.get(`/api/turnover/periods/${encodeURIComponent(name)}`, PublishedPeriod)
  const table = chosenTable(published.figures, params)
  const { from, to } = published
  const { view, by } = table
  const now = await api.get('/api/turnover', Turnover, { view, by, from, to })
  const open = now.smallestCell === null
  const language = locale === 'en' ? 'en' : 'zh'
  const frozenCodes = <List extends readonly { code: string; zh: string; en: string }[]>(
    list: List,
    key: 'view' | 'by',
  ) =>
    list
      .filter(({ code }) => published.figures.some((figure) => figure[key] === code))
      .map((item) => ({ code: item.code, name: item[language] }))
  return {
    published,
    view,
    by,
    views: frozenCodes(TURNOVER_VIEWS, 'view'),
    breakdowns: frozenCodes(TURNOVER_BREAKDOWNS, 'by'),
    rows: rowsOf(table, now, open),
    total: { ...table.total, nowFen: open ? now.total.contractAmountFen : null },
    open,
    smallestCell: now.smallestCell,
  }
}

function chosenTable(figures: readonly FrozenTable[], params: URLSearchParams): FrozenTable {
  const view = params.get('view') ?? 'registered'
  const by = params.get('by') ?? 'type'
  const found = figures.find((table) => table.view === view && table.by === by) ?? figures[0]
  if (found === undefined) throw new Error('A closed period without a table.')
  return found
}

const NOTHING: Frozen = { contractCount: 0, contractAmountFen: 0, technologyAmountFen: 0 }

/** Codes in the order of today's answer; those that stand on nothing then and now are left out. */
function rowsOf(table: FrozenTable, now: Turnover, open: boolean): PeriodRow[] {
  const frozen = new Map(table.items.map((item) => [item.code, item]))
  const named = new Set(now.items.map(({ code }) => code))
  const gone = table.items
    .filter(({ code }) => !named.has(code))
    .map((item) => ({ ...item, nameZh: item.code, nameEn: item.code, nowFen: open ? 0 : null }))
  const standing = now.items
    .filter(({ code, contractCount }) => frozen.has(code) || (open && contractCount !== 0))
    .map(({ code, nameZh, nameEn, contractAmountFen }) => ({
      ...(frozen.get(code) ?? NOTHING),
      code,
      nameZh,
      nameEn,
      nowFen: open ? contractAmountFen : null,
    }))
  return [...standing, ...gone]
}
