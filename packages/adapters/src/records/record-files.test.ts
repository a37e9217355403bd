import { Readable } from 'node:stream'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { createRecordFiles, type SourceRecord } from './index.ts'
import { CNIPA, ST36, ST96 } from './testing/patent-documents.ts'
import { readWhole } from './xlsx/read-parts.ts'

const files = createRecordFiles()

const readAll = async (content: Uint8Array | string, chunk = 7): Promise<SourceRecord[]> => {
  const bytes = Buffer.from(content)
  const pieces = function* () {
    for (let start = 0; start < bytes.length; start += chunk) yield bytes.subarray(start, start + chunk)
  }
  const records: SourceRecord[] = []
  const format = files.formatOf(bytes.subarray(0, 4096))
  for await (const record of files.read(async () => Readable.from(pieces()), format)) records.push(record)
  return records
}
const whyNot = async (content: Uint8Array | string, chunk?: number) =>
  files.whyUnreadable(await readAll(content, chunk).catch((error: unknown) => error))
const valuesOf = (records: readonly SourceRecord[]) => records.map(({ values }) => values)

describe('a CSV file', () => {
  const text = '名称,专利号\r\n蔗渣,1\r\n\r\n,\r\n"两\n行",2\r\n,\r\n'
  const expected = [
    { row: 2, through: 2, values: { 名称: '蔗渣', 专利号: '1' } },
    { row: 3, through: 4, values: null },
    { row: 5, through: 5, values: { 名称: '两\n行', 专利号: '2' } },
    { row: 6, through: 6, values: null },
  ]

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ])('is read in %s, empty rows named, wherever its bytes are cut', async (_, bytes) => {
    expect(await readAll(bytes)).toEqual(expected)
    expect(await readAll(bytes, 1)).toEqual(expected)
  })

  it('may be divided by tabs or semicolons, and lack or repeat names', async () => {
    expect(valuesOf(await readAll('名称\t号\n甲,乙\t1\n'))).toEqual([{ 名称: '甲,乙', 号: '1' }])
    expect(valuesOf(await readAll('a;a;\n1;2;3;4\n'))).toEqual([
      { a: '1', 'a (2)': '2', '#3': '3', '#4': '4' },
    ])
  })

  it('may have its title and remarks above the head', async () => {
    const titled = '2023年专利统计表,,\n填报单位：邕州大学,,2023年12月\n\n名称,申请号,备注\n\n甲,1,x\n'
    expect(await readAll(titled)).toEqual([
      { row: 5, through: 5, values: null },
      { row: 6, through: 6, values: { 名称: '甲', 申请号: '1', 备注: 'x' } },
    ])
    // What knows no better takes the first row, and so does a head that is one already.
    expect(valuesOf(await readAll('a,b\n名称,1\n'))).toEqual([{ a: '名称', b: '1' }])
    expect(valuesOf(await readAll('名称,申请号\n名称,申请号\n'))).toEqual([
      { 名称: '名称', 申请号: '申请号' },
    ])
  })

  it('that is damaged or endless is given up with the row', async () => {
    expect(await whyNot('a,b\n1,2\n"3,4\n')).toMatchObject({ reason: 'open_quote', row: 3 })
    expect(await whyNot(`a,b\n1,"${'x'.repeat(1_200_000)}`, 65_536)).toMatchObject({
      reason: 'record_too_large',
    })
    expect(await whyNot(`${Array.from({ length: 300 }, (_, i) => `c${i}`).join(',')}\n1`)).toMatchObject({
      reason: 'too_many_columns',
    })
  })
})

describe('a JSON file', () => {
  const records = [
    { title: '甲', ipc_subclasses: ['A01M', 'H02G'], applicant: { name: '邕州大学' } },
    { title: '乙', inventors: [{ name: '张三' }, { name: '李四' }] },
  ]
  const expected = [
    { title: '甲', ipc_subclasses: 'A01M; H02G', 'applicant.name': '邕州大学' },
    { title: '乙', inventors: '张三; 李四' },
  ]

  it.each([
    ['an array', JSON.stringify(records)],
    ['a printed array', JSON.stringify(records, null, 1)],
    ['an array in an object', JSON.stringify({ total: 2, records })],
    ['lines', records.map((record) => JSON.stringify(record)).join('\n')],
    ['an array in GB18030', iconv.encode(JSON.stringify(records), 'gb18030')],
  ])('is read from %s', async (_, content) => {
    expect(valuesOf(await readAll(content))).toEqual(expected)
  })

  it('of lines names those that are none and reads the others', async () => {
    const read = await readAll('{"title":"甲"}\n{oops\n\n[1]\n{"title":"乙"}\n')
    const said = read.map(({ row, unreadable, excerpt, values }) => [
      row,
      unreadable ?? values?.title ?? 'empty',
      excerpt ?? '',
    ])
    expect(said).toEqual([
      [1, '甲', ''],
      [2, 'not_json', '{oops'],
      [3, 'empty', ''],
      [4, 'not_an_object', '[1]'],
      [5, '乙', ''],
    ])
  })

  it.each(['{"title":"甲","summary', '{"title":"甲",', '"摘要"}', '# exported'])(
    'of lines is told from others though its first line is %s',
    async (broken) => {
      expect(await readAll(`${broken}\r\n\r\n{ "title": "乙" }\r\n{"title":"丙"}\r\n`)).toEqual([
        { row: 1, through: 1, values: null, unreadable: 'not_json', excerpt: broken },
        { row: 2, through: 2, values: null },
        { row: 3, through: 3, values: { title: '乙' } },
        { row: 4, through: 4, values: { title: '丙' } },
      ])
    },
  )

  it.each([
    '{"records":[\n{"title":"甲"},\n{"title":"乙"}\n]}',
    '{"total":2,\n"records":\n[\n\n{"title":"甲"},\n\n{"title":"乙"}\n]\n}',
  ])('in an object around it may have a record on each line', async (content) => {
    expect(valuesOf(await readAll(content))).toEqual([{ title: '甲' }, { title: '乙' }])
  })

  it('that is too deep, too large in one piece, or cut off is given up', async () => {
    expect(await whyNot(`[{"title":"甲"},${'['.repeat(5000)}`)).toEqual({ reason: 'too_deep', row: 2 })
    expect(await whyNot(`{"title":"甲"}\n${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)).toMatchObject({
      reason: 'too_deep',
    })
    expect(await whyNot(`[{"a":"${'x'.repeat(1_300_000)}"}]`, 65_536)).toMatchObject({
      reason: 'record_too_large',
    })
    expect(await whyNot('[{"title":"甲"},{"ti')).toEqual({ reason: 'damaged', row: 2 })
    expect(await whyNot('[{"title":"甲"} oops')).toMatchObject({ reason: 'damaged' })
  })
})

describe('a text that is in no encoding', () => {
  const BAD = Buffer.from([0xff, 0xff])
  const around = (before: Buffer, after: Buffer) => Buffer.concat([before, BAD, after])
  const reasons = (bytes: Buffer) => Promise.all([1, 7, 1 << 20].map((chunk) => whyNot(bytes, chunk)))
  const each = (row: number) => Array.from({ length: 3 }, () => ({ reason: 'encoding', row }))
  const csv = (rows: number) =>
    ['名称,专利号', ...Array.from({ length: rows }, (_, index) => `"蔗渣\n吸附${index}",${index}\r`)].join(
      '\n',
    )

  it.each([
    ['the first row', '', '名称\n甲', 1],
    ['the beginning of a row', 'a\nb\n', 'c', 3],
    ['the end of a row', '名称,号\r\n甲,1\r\n乙', ',2\r\n丙,3', 3],
    ['quotes', '名称,号\n"甲\n甲",1\n"乙\n', '",2\n', 3],
    ['the last row of many', `${csv(900)}\n甲`, '', 902],
  ])('is given up with the row of a CSV file, be they in %s', async (_, before, after, row) => {
    for (const encoding of ['utf8', 'gb18030']) {
      const bytes = around(iconv.encode(before, encoding), iconv.encode(after, encoding))
      expect(await reasons(bytes)).toEqual(each(row))
    }
  })

  it('is given up with the row of a file that is cut off inside a character, or of half a pair', async () => {
    expect(await reasons(Buffer.from('名称\n甲\n乙丙').subarray(0, -1))).toEqual(each(3))
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('名称\n甲\n\ud800乙\n', 'utf16le')])
    expect(await reasons(wide)).toEqual(each(3))
  })

  it('is given up with the record of the other formats', async () => {
    const records = (text: string) => Buffer.from(text)
    const array = around(records('[{"名称":"甲"},\n{"名称":"乙"},{"名称":"丙'), records('"}]'))
    const lines = around(records('{"名称":"甲"}\n\n{"名称":"'), records('乙"}\n'))
    const patent = '<bibliographic-data><invention-title>甲</invention-title></bibliographic-data>'
    const xml = around(records(`<r><p>${patent}</p><p>${patent.slice(0, 40)}`), records('</p></r>'))
    expect(await reasons(array)).toEqual(each(3))
    expect(await reasons(lines)).toEqual(each(3))
    expect(await reasons(xml)).toEqual(each(2))
  })
})

describe('the XML of a patent office', () => {
  it.each([
    ['ST.36', ST36],
    ['ST.96', ST96],
    ['CNIPA bulk data', CNIPA],
  ])('in %s gives numbers, dates, names and texts', async (_, xml) => {
    expect(valuesOf(await readAll(xml, 11))).toEqual([
      {
        公开号: 'CN111504366B',
        公开日: '20210504',
        授权日: '20210504',
        申请号: '202010000001.0',
        申请日: '20200103',
        名称: '流体输送系统精确计量方法',
        英文名称: 'Metering method',
        IPC分类号: 'G01F 1/00; G01D 21/02',
        申请人: '邕州大学; 南宁某公司',
        发明人: '张三; 李四',
        摘要: '本发明公开了一种方法。',
      },
      { 公开号: 'CN215792497U', 公开日: '20220211', 授权日: '20220211', 名称: '膜纸印刷结构' },
    ])
  })

  it('keeps the text around marks, and knows the Chinese names of the parties', async () => {
    const xml = `<r><cn-bibliographic-data>
      <invention-title>一种CO<sub>2</sub>吸附<b>材料</b></invention-title>
      <cn-parties>
        <cn-applicants><cn-applicant><name>邕州大学</name></cn-applicant></cn-applicants>
        <cn-inventors><cn-inventor><name>张三</name></cn-inventor></cn-inventors>
      </cn-parties></cn-bibliographic-data>
      <abstract><p>吸附量为10<sup>3</sup>倍，<br/>易再生。</p></abstract></r>`
    expect(valuesOf(await readAll(xml, 5))).toEqual([
      {
        名称: '一种CO2吸附材料',
        申请人: '邕州大学',
        发明人: '张三',
        摘要: '吸附量为103倍， 易再生。',
      },
    ])
  })

  it.each([
    ['unexamined-printed-without-grant', {}],
    ['printed-with-grant', { 授权日: '20230704' }],
  ])('takes a day of %s for what it is', async (availability, granted) => {
    const xml = `<r><bibliographic-data>
      <publication-reference><document-id><country>CN</country><doc-number>115000001</doc-number><kind>A</kind>
        <date>20230704</date></document-id></publication-reference>
      <invention-title>甲</invention-title>
      <dates-of-public-availability><${availability}><document-id><date>20230704</date></document-id></${availability}>
      </dates-of-public-availability></bibliographic-data></r>`
    const published = { 公开号: 'CN115000001A', 公开日: '20230704', 名称: '甲' }
    expect(valuesOf(await readAll(xml, 64))).toEqual([{ ...published, ...granted }])
  })

  it('with the name of an element that goes on and on is read past it', async () => {
    const name = 'datesofpublicavailability'.repeat(15_000)
    const patent = `<bibliographic-data><${name}>x</${name}><invention-title>一种电池</invention-title></bibliographic-data>`
    expect(valuesOf(await readAll(`<patents>${patent}</patents>`, 65_536))).toEqual([{ 名称: '一种电池' }])
  })

  it('that defines entities, is cut off or holds no patent is given up', async () => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>'
    expect(await whyNot(bomb)).toMatchObject({ reason: 'entities' })
    expect(await whyNot('<r><bibliographic-data>&unknown;</bibliographic-data></r>')).toMatchObject({
      reason: 'entities',
    })
    expect(await whyNot('<r><bibliographic-data><inventi')).toMatchObject({ reason: 'damaged', row: 1 })
    expect(await whyNot(`<r>${'<a>'.repeat(100)}`)).toMatchObject({ reason: 'too_deep' })
    expect(await whyNot('<r><a>1</a></r>')).toMatchObject({ reason: 'no_records' })
  })
})

describe('an XLSX file', () => {
  const sheet = (rows: (string | number | Date | null)[][]) => writeXlsx({ sheets: [{ name: '一', rows }] })

  it('is read with its days, figures and empty rows', async () => {
    const bytes = await sheet([
      ['名称', '申请日', '价格', '专利号'],
      ['蔗渣', new Date('2020-01-03T00:00:00Z'), 12.5, 202310000001.5],
      [],
      [null, ' '],
      ['甲', '2020.1.3', null, 'ZL202310000001.5'],
    ])
    expect(await readAll(bytes, 1000)).toEqual([
      {
        row: 2,
        through: 2,
        values: { 名称: '蔗渣', 申请日: '2020-01-03', 价格: '12.5', 专利号: '202310000001.5' },
      },
      { row: 3, through: 4, values: null },
      { row: 5, through: 5, values: { 名称: '甲', 申请日: '2020.1.3', 专利号: 'ZL202310000001.5' } },
    ])
  })

  it('is read from its first table, and each further one is named as left out', async () => {
    const sheets = [
      { name: '填表说明', rows: [['请按模板填写']] },
      {
        name: '发明',
        rows: [
          ['名称', '申请号'],
          ['甲', '1'],
        ],
      },
      {
        name: '字典',
        hidden: true,
        rows: [
          ['名称', '申请号'],
          ['乙', '2'],
        ],
      },
      { name: '实用新型', rows: [['统计表'], ['名称', '申请号'], ['丙', '3']] },
      { name: '备注', rows: [['完']] },
    ]
    expect(await readAll(await writeXlsx({ sheets }), 1000)).toEqual([
      { row: 2, through: 2, values: { 名称: '甲', 申请号: '1' } },
      { row: 3, through: 3, values: null, unreadable: 'other_sheet', excerpt: '实用新型' },
    ])
    const plain = [
      { name: '一', rows: [['a'], ['1']] },
      { name: '二', rows: [['b'], ['2']] },
    ]
    expect(valuesOf(await readAll(await writeXlsx({ sheets: plain }), 1000))).toEqual([{ a: '1' }])
  })

  it('says of each row what stands in a cell merged over several, and leaves empty rows empty', async () => {
    const rows = [
      ['成果清单', null, null],
      ['名称', '申请号', '申请人'],
      ['甲', '1', '邕州大学'],
      ['乙', '2', null],
      [null, null, null],
      ['丙', '3', null],
      ['丁', '4', null],
    ]
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
      { startRow: 2, startCol: 2, endRow: 5, endCol: 2 },
    ]
    expect(
      valuesOf(await readAll(await writeXlsx({ sheets: [{ name: '一', rows, merges }] }), 1000)),
    ).toEqual([
      { 名称: '甲', 申请号: '1', 申请人: '邕州大学' },
      { 名称: '乙', 申请号: '2', 申请人: '邕州大学' },
      null,
      { 名称: '丙', 申请号: '3', 申请人: '邕州大学' },
      { 名称: '丁', 申请号: '4' },
    ])
  })

  it('names the formulas saved without a result, and no others', async () => {
    const cells = new Map([
      ['1,1', { formula: 'B9&"大学"' }],
      ['1,2', { formula: '1+1', formulaResult: 2 }],
      ['2,1', { formula: 'IF(B9="","",B9)', formulaResult: '' }],
    ])
    const rows = [['名称', '权利人', '价格'], ['甲'], ['乙']]
    expect(valuesOf(await readAll(await writeXlsx({ sheets: [{ name: '一', rows, cells }] }), 1000))).toEqual(
      [{ 名称: '甲', 权利人: '#FORMULA! =B9&"大学"', 价格: '2' }, { 名称: '乙' }],
    )
  })

  it('that is damaged or no workbook is given up', async () => {
    const bytes = await sheet([['名称'], ['甲']])
    expect(await whyNot(bytes.slice(0, 200))).toMatchObject({ reason: 'damaged' })
    expect(await whyNot(Buffer.from('PK\u0003\u0004 no workbook'))).toMatchObject({ reason: 'damaged' })
  })

  it('with bytes that are no UTF-8 is damaged', async () => {
    const part = Readable.from([Buffer.from('<a>'), Buffer.from([0xff]), Buffer.from('</a>')])
    await expect(readWhole(part, {})).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('that promises to unpack to more than we hold is not opened', async () => {
    const bytes = Buffer.from(await sheet([['名称'], ['甲']]))
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(2_000_000_000, entry + 24)
    expect(await whyNot(bytes)).toMatchObject({ reason: 'too_large' })
    // One that lies about it is stopped at what it promised.
    bytes.writeUInt32LE(3, entry + 24)
    expect(await whyNot(bytes)).toMatchObject({ reason: 'damaged' })
  })
})
