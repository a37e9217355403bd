import { expect, it } from 'vitest'
import { ownValue } from './own-value.ts'

it('gives what was put there, and nothing that every object has', () => {
  const steps = { create: 1 }
  expect(ownValue(steps, 'create')).toBe(1)
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '']) {
    expect(ownValue(steps, name)).toBeUndefined()
  }
})
