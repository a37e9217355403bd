import { Converter } from 'opencc-js/t2cn'

const FIRST = 0x3400
const LAST = 0x9fff

const build = (): Uint16Array => {
  const convert = Converter({ from: 't', to: 'cn' })
  const table = new Uint16Array(LAST - FIRST + 1)
  for (let code = FIRST; code <= LAST; code += 1) {
    const simplified = convert(String.fromCharCode(code))
    table[code - FIRST] = simplified.length === 1 ? simplified.charCodeAt(0) : code
  }
  return table
}

let table: Uint16Array | undefined

/**
 * Traditional characters as simplified ones, each by itself, so that every offset stays. What a phrase would
 * decide does not matter here: listing and query are treated alike.
 */
export const toSimplified = (text: string): string => {
  table ??= build()
  let result = ''
  let kept = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const simplified = table[code - FIRST]
    if (simplified === undefined || simplified === code) continue
    result += text.slice(kept, at) + String.fromCharCode(simplified)
    kept = at + 1
  }
  return kept === 0 ? text : result + text.slice(kept)
}
