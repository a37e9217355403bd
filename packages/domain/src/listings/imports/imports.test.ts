import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnSignature,
  commonDateForm,
  guessMapping,
  inFileOrder,
  isBlocking,
  type ListingImportMapping,
  mappingProblems,
  readDate,
  readListingRow,
  splitLabelledText,
  unsavedFormula,
} from './index.ts'

const TODAY = '2026-03-02'
const COLUMNS = {
  名称: 'title',
  专利号: 'number',
  公开号: 'publicationNumber',
  公开日: 'publishedOn',
  专利类型: 'rightKind',
  法律状态: 'legalStatus',
  申请日: 'filedOn',
  授权日: 'grantedOn',
  专利权人: 'owners',
  分类号: 'ipcSymbols',
  摘要: 'summary',
  转化方式: 'transferModes',
  价格: 'price',
  最高价: 'priceMax',
  领域: 'technicalField',
  成熟度: 'maturityLevel',
} as const
const MAPPING: ListingImportMapping = {
  columns: COLUMNS,
  kind: 'granted_patent',
  dateForm: 'iso',
  priceUnit: 'wan',
  technicalField: null,
  planIndustry: 'new_materials',
}
const read = (cells: Partial<Record<keyof typeof COLUMNS, string>>, mapping = MAPPING) =>
  readListingRow({ 名称: '蔗渣吸附材料', ...cells }, mapping, TODAY)
const found = (cells: Partial<Record<keyof typeof COLUMNS, string>>, mapping = MAPPING) =>
  read(cells, mapping).problems.map(({ field, code, repairedTo, decision }) => [
    field,
    code,
    repairedTo,
    decision,
  ])

describe('a sound row', () => {
  it('becomes a draft without a word', () => {
    const { listing, problems, sameKey } = read({
      专利号: 'ZL202310000001.5',
      申请日: '2023-01-05',
      授权日: '2024-05-06',
      专利权人: '邕州大学；某某有限公司',
      分类号: 'B01J 20/24; c08b',
      摘要: '以蔗渣为原料。',
      转化方式: '普通许可、转让',
      价格: '12.5',
      领域: '新材料及其应用',
      成熟度: 'TRL 5',
    })
    expect(problems.filter(({ code }) => code !== 'code.unknown')).toEqual([])
    expect(sameKey).toBe('n:202310000001.5')
    expect(listing).toMatchObject({
      kind: 'granted_patent',
      titleZh: '蔗渣吸附材料',
      titleEn: '',
      ipcSymbols: ['B01J 20/24', 'C08B'],
      transferModes: ['ordinary_licence', 'assignment'],
      priceMode: 'fixed',
      priceFen: 12_500_000,
      maturityLevel: 5,
      planIndustry: 'new_materials',
      rights: [
        {
          kind: 'invention_patent',
          number: '202310000001.5',
          ownerNames: ['邕州大学', '某某有限公司'],
          legalStatus: 'in_force',
          grantedOn: '2024-05-06',
        },
      ],
    })
  })

  it('may name several modes in a cell, a price from and to, and classes as offices print them', () => {
    const { listing, problems } = read({
      转化方式: '独占许可/普通许可或转让',
      价格: '20～50万元',
      分类号: 'A01D45/10(2006.01)I; C04B28/14(2006.01)N',
    })
    expect(listing).toMatchObject({
      transferModes: ['exclusive_licence', 'ordinary_licence', 'assignment'],
      priceMode: 'range',
      priceFen: 20_000_000,
      priceMaxFen: 50_000_000,
      ipcSymbols: ['A01D 45/10', 'C04B 28/14'],
    })
    expect(problems.filter(({ code }) => code !== 'cell.full_width')).toEqual([])
    const priced = (价格: string) => read({ 价格 }).listing
    expect(priced('20万-50万')).toMatchObject({ priceFen: 20_000_000, priceMaxFen: 50_000_000 })
    expect(priced('8000元')).toMatchObject({ priceFen: 800_000, priceMaxFen: null })
    expect(found({ 价格: '50-20' })).toContainEqual(['priceMax', 'price.reversed', '200000–500000', 'open'])
    expect(found({ 价格: '20-' })).toContainEqual(['price', 'money.invalid', null, 'open'])
  })

  it.each([
    ['US 10,123,456 B2', 'US10123456B2', 'granted_patent'],
    ['ＷＯ2020/123456A1', 'WO2020123456A1', 'granted_patent'],
    ['CN114081026A', 'CN114081026A', 'patent_application'],
  ])(
    'keeps %s in the column of numbers as the publication number it is',
    (专利号, publicationNumber, kind) => {
      const { listing, problems, sameKey } = read({ 专利号 })
      expect(listing).toMatchObject({ kind, publicationNumber, rights: [{ number: null }] })
      expect(sameKey).toBe(`p:${publicationNumber}`)
      expect(problems.filter(isBlocking)).toEqual([])
      expect(problems.map(({ code }) => code)).toContain('number.is_publication')
      expect(found({ 专利号, 公开号: publicationNumber })).not.toContainEqual(
        expect.arrayContaining(['number.not_chinese']),
      )
      expect(found({ 专利号, 公开号: 'CN111504366B' })).toContainEqual([
        'number',
        'number.not_chinese',
        null,
        'open',
      ])
    },
  )

  it('is a pending application where its publication says so', () => {
    const { listing, sameKey } = read({ 公开号: 'CN114081026A' })
    expect(sameKey).toBe('p:CN114081026A')
    expect(listing).toMatchObject({
      kind: 'patent_application',
      rights: [{ kind: 'patent_application', number: null, legalStatus: 'pending' }],
    })
    expect(read({ 公开号: 'CN215792497U' }).listing).toMatchObject({
      kind: 'granted_patent',
      rights: [{ kind: 'utility_model', legalStatus: 'in_force' }],
    })
  })

  it.each([
    ['an application', { 公开号: 'CN114081026A', 公开日: '2022-02-22' }, ['2022-02-22', null]],
    ['a utility model', { 公开号: 'CN215792497U', 公开日: '2022-02-11' }, ['2022-02-11', '2022-02-11']],
    // The application was published before, too: the day may be that one.
    ['an invention', { 公开号: 'CN111504366B', 公开日: '2020-08-07' }, ['2020-08-07', null]],
    ['an invention', { 公开号: 'CN111504366B', 授权日: '2021-05-04' }, ['2021-05-04', '2021-05-04']],
    ['a number', { 专利号: '202310000001.5', 公开日: '2023-08-01' }, ['2023-08-01', null]],
  ])('says of %s when it was published and granted', (_, cells, days) => {
    const { listing, problems } = read(cells)
    expect(problems).toEqual([])
    expect([listing.publishedOn, listing.rights[0]?.grantedOn]).toEqual(days)
  })

  it('without any right is a research result, known by its title', () => {
    const { listing, sameKey } = read({ 名称: 'A  ROLLER — apparatus' })
    expect([listing.kind, listing.titleEn, sameKey]).toEqual([
      'research_result',
      'A  ROLLER — apparatus',
      't:arollerapparatus',
    ])
  })
})

describe('a dirty row names', () => {
  it.each([
    [
      'full-width digits',
      { 专利号: '２０２３１００００００１．５' },
      ['number', 'cell.full_width', '202310000001.5', 'accepted'],
    ],
    [
      'another form of number',
      { 专利号: 'ZL 2023 1 0000001.5' },
      ['number', 'number.other_form', '202310000001.5', 'accepted'],
    ],
    [
      'a wrong check digit',
      { 专利号: '202310000001.7' },
      ['number', 'number.wrong_check_digit', '202310000001.5', 'open'],
    ],
    [
      'a missing check digit',
      { 专利号: '202310000002' },
      ['number', 'number.check_digit_missing', '202310000002.X', 'open'],
    ],
    ['a foreign number', { 专利号: '3358/DELNP/2010' }, ['number', 'number.not_chinese', null, 'open']],
    ['lost digits', { 专利号: '2.0231E+11' }, ['number', 'number.lost_digits', null, 'open']],
    ['lost digits', { 专利号: '202310000000' }, ['number', 'number.lost_digits', null, 'open']],
    ['lost digits', { 专利号: '2023100000000' }, ['number', 'number.lost_digits', null, 'open']],
    [
      'a number of another kind',
      { 专利号: '202310000001.5', 专利类型: '实用新型' },
      ['rightKind', 'number.kind_mismatch', 'invention_patent', 'open'],
    ],
    [
      'another form of date',
      { 申请日: '2023年1月5日' },
      ['filedOn', 'date.other_form', '2023-01-05', 'accepted'],
    ],
    [
      'a date with time',
      { 申请日: '2023-01-05 00:00:00' },
      ['filedOn', 'date.other_form', '2023-01-05', 'accepted'],
    ],
    ['an unclear order', { 申请日: '05/01/2023' }, ['filedOn', 'date.order_unclear', '2023-01-05', 'open']],
    ['a serial number', { 申请日: '44931' }, ['filedOn', 'date.as_serial', '2023-01-05', 'open']],
    ['no date', { 申请日: '2023-02-30' }, ['filedOn', 'date.invalid', null, 'open']],
    [
      'dates out of order',
      { 申请日: '2023-02-03', 授权日: '2022-02-03' },
      ['grantedOn', 'date.out_of_order', null, 'open'],
    ],
    [
      'a publication before the filing',
      { 专利号: '202310000001.5', 申请日: '2023-02-03', 公开日: '2022-02-03' },
      ['publishedOn', 'date.out_of_order', null, 'open'],
    ],
    ['a future date', { 申请日: '2027-02-03' }, ['filedOn', 'date.future', null, 'open']],
    [
      'hidden characters',
      { 摘要: '以蔗渣\u200b为原料\u0007' },
      ['summary', 'text.not_storable', '以蔗渣为原料', 'accepted'],
    ],
    ['a wrong class', { 分类号: 'B01J 20/24; X99' }, ['ipcSymbols', 'ipc.invalid', 'B01J 20/24', 'open']],
    ['an unknown code', { 法律状态: '不知道' }, ['legalStatus', 'code.unknown', null, 'open']],
    ['a stage in words', { 成熟度: '已完成中试' }, ['maturityLevel', 'code.unknown', '6', 'open']],
    ['no amount', { 价格: '很便宜' }, ['price', 'money.invalid', null, 'open']],
    [
      'a reversed range',
      { 价格: '20', 最高价: '10' },
      ['priceMax', 'price.reversed', '100000–200000', 'open'],
    ],
    ['a failed formula', { 专利权人: '#N/A' }, ['owners', 'cell.formula_error', null, 'open']],
    [
      'a formula without its result',
      { 专利权人: unsavedFormula('B2&C2') },
      ['owners', 'cell.formula_unsaved', null, 'open'],
    ],
    ['no title', { 名称: ' ' }, ['title', 'title.missing', null, 'open']],
  ])('%s', (_, cells, problem) => {
    expect(found(cells)).toContainEqual(problem)
  })

  it('a title that is too long, with the part that fits', () => {
    const [problem] = read({ 名称: '蔗'.repeat(130) }).problems
    expect(problem).toMatchObject({
      field: 'title',
      code: 'text.too_long',
      params: { max: 100, length: 130 },
    })
    expect(read({ 名称: '蔗'.repeat(130) }).listing.titleZh).toHaveLength(100)
  })

  it('nothing where the whole file writes dates that way', () => {
    const indian = { ...MAPPING, dateForm: 'dmy' as const }
    expect(found({ 申请日: '05/01/2023' }, indian)).toEqual([])
    expect(read({ 申请日: '05/01/2023', 专利号: '325016' }, indian).listing.rights).toMatchObject([
      { filedOn: '2023-01-05', number: null },
    ])
  })

  it('and whatever it holds, what comes of it can be kept', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(COLUMNS)), fc.string({ unit: 'binary' })),
        (raw) => {
          const { listing, problems } = readListingRow(raw, MAPPING, TODAY)
          expect(JSON.stringify(listing)).not.toMatch(/\\u0000|\\ud[89a-f]/)
          const title = listing.titleZh || listing.titleEn
          expect(title !== '' || problems.some(isBlocking)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a cell that is nearly all blanks', () => {
  // A pattern that goes through all of them from each of them would not be done before the test is given up.
  const blanks = ' '.repeat(100_000)

  it('is no day and no price', () => {
    expect(readDate(`2023${blanks}x`)).toEqual({ kind: 'none' })
    expect(readDate(`${'T'.repeat(100_000)}x`)).toEqual({ kind: 'none' })
    expect(found({ 价格: `1${' '.repeat(15_000)}x` })).toEqual([['price', 'money.invalid', null, 'open']])
  })

  it('divides nothing', () => {
    expect(splitLabelledText(`名称${blanks}[SEP] 摘要 [SEP]${blanks}`)).toEqual({
      title: '名称',
      summary: '',
    })
    expect(splitLabelledText(`名${blanks}称`)).toEqual({ title: `名${blanks}称`, summary: '' })
  })
})

describe('columns', () => {
  const columnsOf = (...names: string[]) => names.map((name) => ({ name, samples: [] }))

  it('are guessed by their labels in either language', () => {
    const { columns, kind } = guessMapping(
      columnsOf('序号', '专利名称', '申请号', '申请日', '申请（专利权）人', 'IPC主分类号'),
    )
    expect(columns).toEqual({
      专利名称: 'title',
      申请号: 'number',
      申请日: 'filedOn',
      '申请（专利权）人': 'owners',
      IPC主分类号: 'ipcSymbols',
    })
    expect(kind).toBe('patent_application')
    expect(guessMapping(columnsOf('publication_number', 'title', 'ipc_subclasses')).columns).toEqual({
      publication_number: 'publicationNumber',
      title: 'title',
      ipc_subclasses: 'ipcSymbols',
    })
  })

  it('are looked into for the order of days and for titles with more behind them', () => {
    const dates = { name: 'Date of Application', samples: ['05/01/2008', '19/11/2008'] }
    expect(guessMapping([dates]).dateForm).toBe('dmy')
    const text = { name: 'text', samples: ['Title: 甲\nAbstract: 乙'] }
    expect(guessMapping([text]).columns).toEqual({ text: 'labelledText' })
    expect(guessMapping(columnsOf('text')).columns).toEqual({})
    expect(guessMapping(columnsOf('价格（万元）')).priceUnit).toBe('wan')
  })

  it.each(['转让价格（万元）', '转让价(万元)'])('are guessed with the unit of the price in %s', (name) => {
    expect(guessMapping(columnsOf(name))).toMatchObject({ columns: { [name]: 'price' }, priceUnit: 'wan' })
  })

  it.each(['主分类号', 'IPC主分类号'])('are guessed to hold the IPC classes in %s', (name) => {
    expect(guessMapping(columnsOf(name)).columns).toEqual({ [name]: 'ipcSymbols' })
  })

  it.each(['公开日', '公开（公告）日', '公开(公告)日', '公布日期', 'Publication Date', 'publication_date'])(
    'are guessed to hold the day of publication in %s, not that of the grant',
    (name) => {
      expect(guessMapping(columnsOf(name)).columns).toEqual({ [name]: 'publishedOn' })
      const days = guessMapping([{ name, samples: ['19/11/2008'] }])
      expect(days.dateForm).toBe('dmy')
    },
  )

  it('keep the day of the grant apart from that of the publication before it', () => {
    const names = columnsOf('公开号', '公开日', '授权公告号', '公告日')
    expect(guessMapping(names).columns).toEqual({
      公开号: 'publicationNumber',
      公开日: 'publishedOn',
      公告日: 'grantedOn',
    })
  })

  it('are guessed to be one list where they are numbered or called the same', () => {
    const names = columnsOf('申请人1', '申请人 2', '发明人', '发明人 (2)', '专利权人', '公开日2')
    expect(guessMapping(names).columns).toEqual({
      专利权人: 'owners',
      发明人: 'inventors',
      '发明人 (2)': 'inventors',
    })
    expect(guessMapping(names.slice(0, 2)).columns).toEqual({ 申请人1: 'owners', '申请人 2': 'owners' })
  })

  it('of one list are read in the order of the file, each failed formula left out by itself', () => {
    const columns = { 名称: 'title', 第三: 'owners', 第二: 'owners', 第一: 'owners' } as const
    const mapping = inFileOrder({ ...MAPPING, columns }, columnsOf('第一', '名称', '第二', '第三'))
    const cells = { 名称: '甲', 专利类型: '发明', 第一: '邕州大学', 第二: '#N/A', 第三: '某公司；邕州大学' }
    const { listing, problems } = readListingRow(
      cells,
      { ...mapping, columns: { ...mapping.columns, 专利类型: 'rightKind' } },
      TODAY,
    )
    expect(listing.rights[0]?.ownerNames).toEqual(['邕州大学', '某公司'])
    expect(problems.map(({ code, params }) => [code, params.found])).toEqual([['cell.formula_error', '#N/A']])
    expect(mappingProblems(mapping, columnsOf(...Object.keys(columns)))).toEqual([])
  })

  it('must give a title, once', () => {
    const columns = columnsOf('a', 'b')
    const codes = (mapped: ListingImportMapping['columns']) =>
      mappingProblems({ ...MAPPING, columns: mapped }, columns).map(({ path, code }) => [path, code])
    expect(codes({ a: 'title', b: 'number' })).toEqual([])
    expect(codes({ a: 'number', b: 'number' })).toEqual([
      ['columns.b', 'listing_import.field_twice'],
      ['columns', 'listing_import.title_unmapped'],
    ])
    expect(codes({ c: 'title' })).toEqual([['columns.c', 'listing_import.column_unknown']])
  })

  it('are the same in any order', () => {
    expect(columnSignature(['名 称', '专利号'])).toBe(columnSignature(['专利号', '名称']))
  })
})

describe('texts and dates', () => {
  it('takes labelled and divided columns apart', () => {
    expect(splitLabelledText('Title: 甲方法\nKeywords: data\nAbstract: 第一行\n第二行')).toEqual({
      title: '甲方法',
      summary: '第一行\n第二行',
    })
    expect(splitLabelledText('甲方法 [SEP] data [SEP] 摘要文字')).toEqual({
      title: '甲方法',
      summary: '摘要文字',
    })
    expect(splitLabelledText('只有名称')).toEqual({ title: '只有名称', summary: '' })
  })

  it('reads every day it knows back to the same day', () => {
    expect(commonDateForm(['2020.1.2', '2020.12.13', 'x', '2020-01-01'])).toBe('dot')
    expect(readDate('13/02/2020')).toMatchObject({ date: '2020-02-13', form: 'dmy' })
    expect(readDate('02/13/2020')).toMatchObject({ date: '2020-02-13', form: 'mdy' })
    expect(readDate('20200213')).toMatchObject({ date: '2020-02-13', form: 'compact' })
    expect(readDate('20201313')).toEqual({ kind: 'none' })
  })
})
