import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createTableFiles, type TableFormat, type TableRow } from './index.ts'

const files = createTableFiles()

const readAll = async (bytes: Uint8Array, format = files.formatOf(bytes)): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  for await (const row of files.read(bytes, format)) rows.push(row)
  return rows
}

const write = async (rows: string[][], format: TableFormat): Promise<Uint8Array> =>
  buffer(
    files.write(
      (async function* () {
        yield* rows
      })(),
      format,
    ),
  )

const ROWS = [
  ['登记编号', '项目名称', '金额'],
  ['20260123456789012', '含逗号, "引号" 和\n换行', "'=1+1"],
  ['00001234567890', '𠮷田技术（涂层）', ''],
]

describe.each(['csv', 'xlsx'] as const)('a table as %s', (format) => {
  it('reads back what it wrote, digits and line breaks too', async () => {
    const bytes = await write(ROWS, format)
    expect(files.formatOf(bytes)).toBe(format)
    const rows = await readAll(bytes)
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(rows.map(({ cells }) => ROWS[0]?.map((_, index) => cells[index] ?? ''))).toEqual(ROWS)
  })

  it('passes empty rows over and still counts them', async () => {
    const rows = await readAll(await write([['a'], ['', ' '], ['b']], format))
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, 'a'],
      [3, 'b'],
    ])
  })
})

describe('a CSV file', () => {
  const line = '登记编号,项目名称\r\n1,蔗渣\r\n'
  const utf8 = Buffer.from(line)
  // 登记编号,项目名称 / 1,蔗渣 as GB18030 has it.
  const gb18030 = Buffer.concat([
    Buffer.from([0xb5, 0xc7, 0xbc, 0xc7, 0xb1, 0xe0, 0xba, 0xc5, 0x2c]),
    Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x31, 0x2c]),
    Buffer.from([0xd5, 0xe1, 0xd4, 0xfc, 0x0d, 0x0a]),
  ])

  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])],
    ['GB18030', gb18030],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line, 'utf16le')])],
  ])('is read in %s', async (_, bytes) => {
    expect(await readAll(bytes)).toEqual([
      { row: 1, cells: ['登记编号', '项目名称'] },
      { row: 2, cells: ['1', '蔗渣'] },
    ])
  })

  it('in no encoding we know is refused for that', async () => {
    const failure = await readAll(Buffer.from([0xff, 0xff, 0x2c])).catch((error: unknown) => error)
    expect(files.whyUnreadable(failure)).toBe('encoding')
  })
})

describe('an XLSX file', () => {
  it('that is damaged is refused for that', async () => {
    const bytes = await write(ROWS, 'xlsx')
    const failure = await readAll(bytes.slice(0, 200)).catch((error: unknown) => error)
    expect(files.whyUnreadable(failure)).toBe('damaged')
    expect(files.whyUnreadable(new Error('other'))).toBeNull()
  })

  it('that promises to unpack to more than we hold is not opened', async () => {
    const bytes = Buffer.from(await write(ROWS, 'xlsx'))
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(2_000_000_000, entry + 24)
    const failure = await readAll(bytes).catch((error: unknown) => error)
    expect(files.whyUnreadable(failure)).toBe('too_large')
  })
})
