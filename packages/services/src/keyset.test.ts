import { describe, expect, it } from 'vitest'
import { decodeInstantCursor, pageOf } from './keyset.ts'

const ID = '01a20883-d34f-74bb-be77-47286d54ddb6'
const cursorOf = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url')

describe('the cursor of an instant and an id', () => {
  it('comes back as it was given out', () => {
    const at = '2026-03-01T02:00:00.123Z'
    const { nextCursor } = pageOf([1, 2], 1, () => [at, ID])
    expect(decodeInstantCursor(nextCursor ?? '')).toEqual({ at: new Date(at), id: ID })
  })

  it.each([
    [['+275760-09-13T00:00:00.000Z', ID]],
    [['-000001-01-01T00:00:00.000Z', ID]],
    [['0000-01-01T00:00:00.000Z', ID]],
    [['2026-13-01T00:00:00.000Z', ID]],
    [['2026', ID]],
    [['2026-03-01T02:00:00.123Z', 'x']],
    [['2026-03-01T02:00:00.123Z']],
    [{ length: 2 }],
    [null],
  ])('is refused where the database could not read it: %j', (values) => {
    expect(() => decodeInstantCursor(cursorOf(values))).toThrow('cursor.invalid')
  })
})
