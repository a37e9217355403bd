import { expect, it } from 'vitest'
import { visibleText } from '../index.ts'

it('takes out what nobody sees: controls, marks without width, turns of direction', () => {
  expect(visibleText('\ufeff石墨\u200b烯\x01\x0b \u202egnp.exe\u202c\ufffe\ud800')).toBe('石墨烯 gnp.exe')
})

it('leaves tabs, line breaks and everything that is seen', () => {
  const text = ' 一\r\n\t二　Đà Nẵng 🧪 ไทย '
  expect(visibleText(text)).toBe(text)
})
