import { RightPage, type RightSummary } from '@market/contracts/rights'
import type { ApiClient } from '../../lib/api/client.server.ts'
import type { FormReader } from '../../lib/read-form.ts'

/** So many are offered at once; others are found by number or title. */
const OFFERED = 50
/** The API names no more at once; far fewer go into a portfolio. */
const MOST_NAMED = 100

export interface RightChoice {
  /** Ticked so far, in their order. */
  chosen: RightSummary[]
  /** The latest recorded of the others, or those that `q` finds. */
  offered: RightSummary[]
  q: string
  /** Whether there are more than are offered. */
  more: boolean
}

/** What can be ticked beside the rights that are. */
export async function offerRights(
  api: ApiClient,
  chosen: RightSummary[] = [],
  typed = '',
): Promise<RightChoice> {
  const q = typed.trim().slice(0, 100)
  const limit = Math.min(100, OFFERED + chosen.length)
  const page = await api.get('/api/rights', RightPage, { q: q || undefined, limit })
  const others = page.items.filter(({ id }) => !chosen.some((right) => right.id === id))
  return {
    chosen,
    offered: others.slice(0, OFFERED),
    q,
    more: page.nextCursor !== null || others.length > OFFERED,
  }
}

/** The same after a form was sent: what is ticked in it stays so, whatever is looked for. */
export async function choiceIn(api: ApiClient, read: FormReader): Promise<RightChoice> {
  const ids = [...new Set(read.all('rightIds'))].slice(0, MOST_NAMED)
  const { items } = ids.length
    ? await api.get('/api/rights', RightPage, { id: ids, limit: MOST_NAMED })
    : { items: [] }
  const chosen = ids.flatMap((id) => items.find((right) => right.id === id) ?? [])
  return offerRights(api, chosen, read.text('q'))
}
