import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { directory as source } from '../zh-CN/directory.ts'

export const directory: Translation<typeof source> = {
  title: 'Organizations',
  lead: 'Verified universities, institutes, companies and service organizations.',
  description:
    'Verified universities, research institutes, companies, transfer agencies and service providers.',
  all: 'All',
  kinds: 'Kind of organization',
  empty: 'There is no verified organization of this kind yet.',
  emptyHint: 'Organizations register themselves; the operator verifies them.',
  register: 'Register an organization',
  caption: 'Organizations',
  columns: { name: 'Name', kind: 'Kind', region: 'Region' },
  organization: {
    kind: 'Kind',
    creditCode: 'Unified social credit code',
    region: 'Region',
    website: 'Website',
    state: 'Verification',
    stateOwned: 'Set up by the state',
    listings: 'Published results',
    noListings: 'Nothing published at the moment.',
    allListings: 'See all {{count}} in the search',
    sample: 'Sample data: this organization was made up for demonstration.',
    noIntro: 'This organization has not introduced itself yet.',
  },
}
