import type { StandingQueries } from '@market/search'
import {
  addFavourite,
  type CreateSavedSearchInput,
  createSavedSearch,
  noteFavourite,
} from '@market/services/discovery'
import type { Stage, Step } from './stage.ts'

const READER = 'guihai'

const SEARCHES: readonly CreateSavedSearchInput[] = [
  { name: '废水处理', text: '废水', filters: {}, cadence: 'daily', byMail: true },
  {
    name: '可独占许可的新材料',
    text: '',
    filters: { planIndustry: ['new_materials'], transferModes: ['exclusive_licence'] },
    cadence: 'weekly',
    byMail: false,
  },
]

const FAVOURITES = [
  { listing: 'carbonate-powder', note: '问一下每吨成本和最小供货量。' },
  { listing: 'lignin-dispersant', note: '' },
] as const

/** A company's engineer keeps listings and has searches look for more. */
export const returningSteps = (stage: Stage, standing: StandingQueries): Step[] => {
  const reader = () => stage.member(READER, 'owner')
  const on = '2025-09-01'
  return [
    ...SEARCHES.map((search, index) => ({
      on,
      minute: 400 + index,
      run: () => createSavedSearch({ ...reader(), standing }, search),
    })),
    ...FAVOURITES.map(({ listing, note }, index) => ({
      on,
      minute: 410 + index,
      run: async () => {
        const listingId = stage.idOf(`listing ${listing}`)
        await addFavourite(reader(), listingId)
        if (note !== '') await noteFavourite(reader(), { listingId, note })
      },
    })),
  ]
}
