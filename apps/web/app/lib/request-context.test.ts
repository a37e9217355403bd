import { expect, it } from 'vitest'
import { beginningOf, handOver } from './request-context.server.ts'

const handed = (cacheControl: string | null, renewed: readonly string[]): Headers => {
  const headers = new Headers(cacheControl === null ? {} : { 'cache-control': cacheControl })
  handOver(headers, renewed, 'en')
  return headers
}

it('keeps the language a page was asked for, which nobody else may be shown', () => {
  const headers = handed(null, [])
  expect(headers.getSetCookie()).toEqual([expect.stringContaining('market_locale=en')])
  expect(headers.get('cache-control')).toBe('private, no-cache')
})

it('does not take the language of an embedded list for that of the visitor', () => {
  const headers = handed('public, max-age=300', [])
  expect(headers.getSetCookie()).toEqual([])
  expect(headers.get('cache-control')).toBe('public, max-age=300')
})

it('lets no cache between hand a renewed session to others', () => {
  const headers = handed('public, max-age=300', ['market_access=new'])
  expect(headers.getSetCookie()).toEqual(['market_access=new'])
  expect(headers.get('cache-control')).toBe('private, no-cache')
})

it('knows where a list begins only of an address within one', () => {
  const beginning = (address: string) => beginningOf(new URL(address, 'https://market.example'))
  expect(beginning('/en/needs?q=sugar&cursor=old')).toBe('/en/needs?q=sugar')
  expect(beginning('/needs?cursor=old')).toBe('/needs')
  expect(beginning('/needs?q=sugar')).toBeNull()
})
