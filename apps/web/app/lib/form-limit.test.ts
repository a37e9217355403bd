import { expect, it } from 'vitest'
import { formLimit } from './form-limit.ts'

const MB = 1024 * 1024

it('lets forms of the largest files come to the workspace alone', () => {
  expect(formLimit('/workspace/listing-imports', 66 * MB)).toBe(66 * MB)
  expect(formLimit('/workspace/listing-imports.data', 66 * MB)).toBe(66 * MB)
  for (const open of ['/login', '/workspaces', '/register/workspace/']) {
    expect(formLimit(open, 66 * MB)).toBe(32 * MB)
  }
})

it('never takes more than the server is set to', () => {
  expect(formLimit('/workspace/listing-imports', 5 * MB)).toBe(5 * MB)
  expect(formLimit('/login', 5 * MB)).toBe(5 * MB)
})
