import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerSerializer } from './answer-serializer.ts'

const serializerOf = (schema: unknown) =>
  answerSerializer({ schema, method: 'GET', url: '/api/things', httpStatus: '200' })

describe('answerSerializer', () => {
  it('leaves out what the schema does not name', () => {
    const serialize = serializerOf(z.object({ name: z.string(), parts: z.array(z.object({ id: z.int() })) }))
    expect(serialize({ name: 'a', secret: 'b', parts: [{ id: 1, secret: 'c' }] })).toBe(
      '{"name":"a","parts":[{"id":1}]}',
    )
  })

  it('sends no answer that is not what the schema says', () => {
    expect(() => serializerOf(z.object({ name: z.string() }))({ name: null })).toThrow('Response')
  })

  it.each([
    ['a transformation', z.object({ email: z.string().transform((text) => text.toLowerCase()) })],
    ['one in a list', z.array(z.union([z.int(), z.string().transform(Number)]))],
    ['a replacement', z.object({ state: z.string().nullable().catch(null) })],
    ['no schema', { type: 'object' }],
  ])('is not made of %s', (_name, schema) => {
    expect(() => serializerOf(schema)).toThrow('GET /api/things')
  })
})
