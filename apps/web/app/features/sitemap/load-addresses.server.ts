import { NeedSearchPage } from '@market/contracts/demands'
import { PlanList } from '@market/contracts/indicators'
import { ListingPage } from '@market/contracts/listings'
import { OrganizationPage } from '@market/contracts/organizations'
import type { z } from 'zod'
import type { ApiClient, Query } from '../../lib/api/client.server.ts'
import { paths } from '../../lib/paths.ts'

export interface Address {
  path: string
  /** ISO instant of the last change, where one is known. */
  changedAt?: string
}

// A sitemap may hold 50,000 addresses; each of ours comes with one line per language.
const MOST = 20_000
const PAGE_SIZE = 100

type PageOf<T> = z.ZodType<{ items: T[]; nextCursor: string | null }>

async function readAll<T>(api: ApiClient, path: string, schema: PageOf<T>, query: Query = {}): Promise<T[]> {
  const all: T[] = []
  let cursor: string | null = null
  do {
    const page: { items: T[]; nextCursor: string | null } = await api.get(path, schema, {
      ...query,
      cursor,
      limit: PAGE_SIZE,
    })
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && all.length < MOST)
  return all
}

const FIXED = [
  '/',
  '/search',
  '/needs',
  '/notices',
  '/organizations',
  '/plans',
  '/turnover/views',
  '/turnover/official',
  '/turnover/periods',
  '/turnover/comparables',
  '/certificates',
  '/help',
]

/** Every public page there is now. */
export async function loadAddresses(api: ApiClient): Promise<Address[]> {
  const [listings, organizations, plans, needs] = await Promise.all([
    readAll(api, '/api/listings', ListingPage),
    readAll(api, '/api/organizations', OrganizationPage, { state: 'verified' }),
    api.get('/api/plans', PlanList),
    readAll(api, '/api/needs', NeedSearchPage),
  ])
  return [
    ...FIXED.map((path) => ({ path })),
    ...plans.items.map(({ key }) => ({ path: `/plans/${key}` })),
    ...organizations.map(({ id }) => ({ path: paths.organization(id) })),
    ...needs.map(({ id }) => ({ path: paths.need(id) })),
    ...listings.map(({ id, publishedAt }) => ({
      path: paths.listing(id),
      ...(publishedAt === null ? {} : { changedAt: publishedAt }),
    })),
  ]
}
