import type { ListingSummary } from '@market/contracts/listings'
import type { Organization } from '@market/contracts/organizations'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { EmbedPage } from './embed-page.tsx'

it('says of results that are no longer simply on offer how they stand', () => {
  const listing = (state: string) =>
    ({ id: state, kind: 'know_how', state, titleZh: state, titleEn: state, picture: null }) as ListingSummary
  const page = renderToStaticMarkup(
    createElement(EmbedPage, {
      organization: { id: 'o' } as Organization,
      listings: ['published', 'under_negotiation', 'transferred'].map(listing),
      locale: 'en',
      theme: 'light',
      origin: 'https://market.example',
      nonce: 'n',
      words: { title: 't', none: '', all: 'all' },
    }),
  )
  const lines = [...page.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text]) => text)
  expect(lines).toEqual(['Know-how', 'Know-how · Under negotiation', 'Know-how · Transferred'])
})
