import { describe, expect, test } from 'vitest'
import { readCommandLine } from './command-line.ts'

describe('the command line of the seed', () => {
  test('does both when nothing is named', () => {
    expect(readCommandLine([])).toMatchObject({ reference: true, demo: true, reset: false, operator: null })
  })

  test('does only what is named', () => {
    expect(readCommandLine(['--reference'])).toMatchObject({ reference: true, demo: false })
    expect(readCommandLine(['--demo'])).toMatchObject({ reference: false, demo: true })
  })

  test('empties nothing without --yes', () => {
    expect(() => readCommandLine(['--reset'])).toThrow('--reset --yes')
    expect(readCommandLine(['--reset', '--yes'])).toMatchObject({ reset: true })
  })

  test('wants the whole operator and known words', () => {
    expect(() => readCommandLine(['--operator', 'a@example.com'])).toThrow('belong together')
    expect(() => readCommandLine(['--dmeo'])).toThrow('--dmeo')
    expect(
      readCommandLine(['--operator', 'a@example.com', '--operator-name', 'A', '--operator-code', 'B']),
    ).toMatchObject({ reference: false, demo: false, operator: { email: 'a@example.com' } })
  })
})
