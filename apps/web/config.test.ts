import { MAX_LISTING_IMPORT_BYTES } from '@market/domain/listings'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any variable it is the port people know, and no proxy is believed', () => {
  expect(readConfig({})).toMatchObject({ port: 8080, trustProxy: false, apiUrl: 'http://127.0.0.1:8081' })
})

test('a wrong value ends the start with its name', () => {
  expect(() => readConfig({ PORT: 'eighty' })).toThrow(/PORT/)
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '', SITE_NAME_EN: '' })).toEqual(readConfig({}))
})

test('the largest file that a form asks for goes through', () => {
  expect(readConfig({}).maxUploadBytes).toBeGreaterThan(MAX_LISTING_IMPORT_BYTES)
})
