import { expect, it } from 'vitest'
import { distinct } from './need-choices.server.ts'

const one = { id: '00000000-0000-7000-8000-0000000000a1', name: '示例研究院', regionCode: '450103' }
const other = { ...one, id: '00000000-0000-7000-8000-0000000000b2', regionCode: '450500' }
const alone = { ...one, id: '00000000-0000-7000-8000-0000000000c3', name: '示例大学' }

it('tells organizations of one name apart, and leaves a name nobody shares as it is', () => {
  const names = distinct([one, other, alone], 'zh-CN').map(({ name }) => name)
  expect(new Set(names).size).toBe(3)
  expect(names[0]).toBe('示例研究院（青秀区，0000a1）')
  expect(names[2]).toBe('示例大学')
  expect(distinct([one, other], 'en')[1]?.name).toMatch(/^示例研究院 \(.+, 0000b2\)$/)
})
