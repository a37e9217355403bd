import { expect, test } from 'vitest'
import { writeSitemap } from './write-sitemap.ts'

test('every address stands once per language and names its sisters', () => {
  const xml = writeSitemap(
    [{ path: '/listings/1', changedAt: '2026-03-01T02:00:00.000Z' }],
    'https://market.example',
  )
  expect(xml.match(/<loc>/g)).toHaveLength(2)
  expect(xml).toContain('<loc>https://market.example/listings/1</loc><lastmod>2026-03-01</lastmod>')
  expect(xml).toContain('hreflang="en" href="https://market.example/listings/1?lang=en"')
})

test('characters that mean something in XML are escaped', () => {
  expect(writeSitemap([{ path: '/search?q=a&b' }], 'https://market.example')).not.toMatch(
    /&(?!amp;|lt;|quot;)/,
  )
})
