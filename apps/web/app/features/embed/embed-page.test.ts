import type { ListingSummary } from '@market/contracts/listings'
import type { Organization } from '@market/contracts/organizations'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { EmbedPage } from './embed-page.tsx'

it('says of results that are no longer simply on offer how they stand', () => {
  const listing = (id: string, state: string, frozenReason: string | null = null) =>
    ({ id, kind: 'know_how', state, frozenReason, titleZh: id, titleEn: id, picture: null }) as ListingSummary
  const page = renderToStaticMarkup(
    createElement(EmbedPage, {
      organization: { id: 'o' } as Organization,
      listings: [
        listing('1', 'published'),
        listing('2', 'under_negotiation'),
        listing('3', 'transferred'),
        listing('4', 'published', 'terminated'),
        listing('5', 'transferred', 'expired'),
      ],
      locale: 'en',
      theme: 'light',
      origin: 'https://market.example',
      nonce: 'n',
      words: { title: 't', none: '', all: 'all', frozen: 'Right ended, no requests' },
    }),
  )
  const lines = [...page.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text]) => text)
  expect(lines).toEqual([
    'Know-how',
    'Know-how · Under negotiation',
    'Know-how · Transferred',
    'Know-how · Right ended, no requests',
    'Know-how · Transferred',
  ])
})
