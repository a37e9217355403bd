import { expect, it } from 'vitest'
import { readNeedForm } from './need-fields.ts'

const symbolsOf = (ipcSymbols: string) => {
  const form = new FormData()
  form.set('ipcSymbols', ipcSymbols)
  return readNeedForm(form).input.ipcSymbols
}

it('takes classes apart at commas, semicolons and line breaks, and nowhere else', () => {
  expect(symbolsOf('H01M 10/05； C08L 5/00 ,\n\n B01J 20/24，')).toEqual([
    'H01M 10/05',
    'C08L 5/00',
    'B01J 20/24',
  ])
})

it('is done with a hundred thousand blanks before the server is missed', () => {
  const typed = `A${' '.repeat(100_000)}B`
  expect(symbolsOf(typed)).toEqual([typed])
})
