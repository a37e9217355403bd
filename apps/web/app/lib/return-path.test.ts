import { expect, test } from 'vitest'
import { safeReturnPath } from './return-path.ts'

test('a path of this site is kept with its query', () => {
  expect(safeReturnPath('/listings/1?view=preview')).toBe('/listings/1?view=preview')
})

test.each([
  'https://evil.example/',
  '//evil.example/a',
  '/\\evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  '',
  null,
])('what could lead elsewhere becomes the fallback: %s', (value) => {
  expect(safeReturnPath(value, '/workspace')).toBe('/workspace')
})
