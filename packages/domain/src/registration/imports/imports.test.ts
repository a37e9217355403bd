import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COUNTRIES,
  CURRENCIES,
  codesOf,
  ENTERPRISE_SCALES,
  IP_KINDS,
  NON_TECHNICAL_KINDS,
  PARTY_KINDS,
  PARTY_TRAITS,
  PAYMENT_METHODS,
  PLAN_INDUSTRIES,
  PLAN_SOURCES,
  SOCIO_ECONOMIC_OBJECTIVES,
  TECHNICAL_FIELDS,
} from '../../codes/index.ts'
import { addDays } from '../../index.ts'
import { CONTRACT_SUB_TYPES, REGIMES, regimeFor } from '../../regimes/index.ts'
import { cnyEquivalentFen, countryOfRegion, EMPTY_SUPPLEMENT } from '../form-supplement.ts'
import {
  findRepeatedRows,
  IMPORT_COLUMNS,
  type ImportCells,
  type ImportRow,
  importHeader,
  readImportHeader,
  readImportRow,
  writeImportRow,
} from './index.ts'

const TODAY = '2026-03-02'

const CELLS: ImportCells = {
  number: '20260123456789',
  title: '蔗渣高值化利用技术开发',
  type: '技术开发',
  subType: '委托开发',
  sellerName: '邕州大学',
  sellerCreditCode: '1245010049850001XN',
  sellerKind: '高等院校（法人）',
  sellerRegionCode: '450103',
  buyerName: '南宁某糖业有限公司',
  buyerKind: '150',
  buyerRegionCode: '450100',
  contractAmount: '1,234.56',
  technologyAmount: 1000,
  signedOn: '2019年3月1日',
  registeredOn: '2019/3/15',
  technicalField: '09',
  ipKind: '未涉及知识产权',
}
const read = (changes: ImportCells = {}) => readImportRow({ ...CELLS, ...changes }, TODAY)
const codesIn = (changes: ImportCells) => read(changes).problems.map(({ column, code }) => [column, code])

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((value) => value.replaceAll(/[\p{C}\p{Z}]/gu, '字').trim() || '字')
const textOfAnyKind = fc.oneof(
  text,
  text.map((value) => `=${value}`),
  text.map((value) => `'${value}`),
  text.map((value) => `'-${value}`),
)
const party = fc.record({
  name: textOfAnyKind,
  creditCode: fc.constantFrom('', '1245010049850001XN', '91450100MA5N00015K'),
  kind: fc.constantFrom(...codesOf(PARTY_KINDS)),
  regionCode: fc.constantFrom('450103', '110000', '000000'),
})
const optionalText = fc.oneof(fc.constant(''), textOfAnyKind)
const profile = fc
  .record({
    traits: fc.subarray(codesOf(PARTY_TRAITS)),
    scale: fc.option(fc.constantFrom(...codesOf(ENTERPRISE_SCALES))),
    address: optionalText,
    postcode: fc.constantFrom('', '530000', '010000'),
    representative: optionalText,
    contact: optionalText,
    phone: fc.constantFrom('', '0771-5501234', '+86 771 5501234'),
  })
  .map((one) => {
    const { traits, scale, ...texts } = one
    const empty = traits.length === 0 && scale === null && Object.values(texts).every((each) => each === '')
    return empty ? null : one
  })
const industry = fc.option(fc.constantFrom('01', '0113', '26', '7320'))
const amount = fc.option(fc.nat(9e14))
const words = fc.oneof(
  fc.constant(''),
  text.map((value) => `${value}｜甲|丁\n乙\\n丙`),
  textOfAnyKind,
)
const item = fc.record({
  kind: fc.constantFrom(...codesOf(NON_TECHNICAL_KINDS).filter((kind) => kind !== 'other')),
  words,
})
/** The rest of the form; what has to fit the amounts is made to. */
const supplement = fc.record({
  industryClass: industry,
  sellerIndustryClass: industry,
  buyerIndustryClass: industry,
  sellerProfile: profile,
  buyerProfile: profile,
  addedInputFen: amount,
  addedOutputFen: amount,
  carrierSets: fc.option(fc.nat(9)),
  items: fc.array(item, { maxLength: 3 }),
  foreign: fc.option(
    fc.record({
      currency: fc.constantFrom(...codesOf(CURRENCIES).filter((code) => code !== 'CNY')),
      currencyAmountCents: fc.integer({ min: 10_000, max: 1e9 }),
      exchangeRate: fc.constantFrom('7.1234', '0.0488', '1', '7.12000000'),
    }),
  ),
})
const foreignParty = fc.constantFrom(...codesOf(COUNTRIES).filter((code) => code > '105' && code !== '110'))

const row: fc.Arbitrary<ImportRow> = fc
  .record({
    rest: supplement,
    abroad: foreignParty,
    number: fc.oneof(fc.stringMatching(/^\d{16}$/), fc.stringMatching(/^\d{14}$/)),
    title: textOfAnyKind,
    seller: party,
    buyer: party,
    amounts: fc.tuple(fc.integer({ min: 1, max: 9e14 }), fc.integer({ min: 1, max: 9e14 })),
    signedAt: fc.integer({ min: -9000, max: 0 }),
    days: fc.tuple(fc.nat(400), fc.option(fc.nat(4000))),
    technicalField: fc.constantFrom(...codesOf(TECHNICAL_FIELDS)),
    planIndustry: fc.constantFrom(...codesOf(PLAN_INDUSTRIES)),
    ipKind: fc.constantFrom(...codesOf(IP_KINDS)),
    planSource: fc.constantFrom(...codesOf(PLAN_SOURCES)),
    socioEconomicObjective: fc.option(fc.constantFrom(...codesOf(SOCIO_ECONOMIC_OBJECTIVES))),
    paymentMethod: fc.constantFrom(...codesOf(PAYMENT_METHODS)),
    relatedParties: fc.boolean(),
    status: fc.constantFrom('valid' as const, 'changed' as const),
    branch: fc.nat(1000),
  })
  .map(({ amounts, signedAt, days: [until, length], branch, rest: more, abroad, ...rest }) => {
    const signedOn = addDays(TODAY, signedAt)
    const effectiveOn = addDays(signedOn, until)
    const { tree } = regimeFor(signedOn).types
    const { type, subTypes } = tree[branch % tree.length] ?? { type: 'FW' as const, subTypes: [] }
    const { items, foreign, ...stated } = more
    const equivalent = foreign && cnyEquivalentFen(foreign.currencyAmountCents, foreign.exchangeRate)
    const contractAmountFen = equivalent ?? Math.max(...amounts)
    const shared = Math.max(1, Math.min(contractAmountFen, ...amounts))
    const fits = contractAmountFen - items.length >= 1
    const technologyAmountFen =
      items.length > 0 && fits ? Math.min(shared, contractAmountFen - items.length) : shared
    const restFen = contractAmountFen - technologyAmountFen
    const countryOf = ({ regionCode }: { regionCode: string }) =>
      regionCode === '000000' && abroad !== '121' && abroad !== '143' ? abroad : countryOfRegion(regionCode)
    return {
      ...EMPTY_SUPPLEMENT,
      ...rest,
      ...stated,
      ...(foreign ? { ...foreign, exchangeRateOn: signedOn } : {}),
      sellerCountry: countryOf(rest.seller),
      buyerCountry: countryOf(rest.buyer),
      nonTechnicalItems: fits
        ? items.map((one, index) => ({
            ...one,
            amountFen: index === 0 ? restFen - (items.length - 1) : 1,
          }))
        : [],
      type,
      subType: branch % 3 === 0 ? null : (subTypes[branch % subTypes.length] ?? null),
      contractAmountFen,
      technologyAmountFen,
      signedOn,
      effectiveOn,
      endsOn: length === null ? null : addDays(effectiveOn, length),
      registeredOn: TODAY,
    }
  })

const asCells = (values: readonly string[]): ImportCells => {
  const { positions } = readImportHeader(importHeader())
  return Object.fromEntries(positions.map((column, index) => [column, values[index]]))
}

describe('a sheet of contracts', () => {
  it('loses nothing on the way out and in again', () => {
    fc.assert(
      fc.property(row, (written) => {
        const { row: again, problems } = readImportRow(asCells(writeImportRow(written)), TODAY)
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(again).toEqual(written)
      }),
      { numRuns: 1000 },
    )
  })

  it('never hands a spreadsheet a text that it would run', () => {
    fc.assert(
      fc.property(row, (written) => {
        for (const cell of writeImportRow(written)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('names each code so that no other is read from it', () => {
    for (const column of IMPORT_COLUMNS) {
      if (!('codes' in column)) continue
      const names = column.codes.map(({ zh }) => zh)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(CONTRACT_SUB_TYPES.length).toBeGreaterThan(REGIMES.length)
  })

  it('knows its columns in any order and language, and says which are missing', () => {
    const header = readImportHeader([
      'title',
      '登记编号',
      'Contract amount (YUAN)',
      '备注',
      '标题',
      '登记编号',
    ])
    expect(header.positions).toEqual(['title', 'number', 'contractAmount', null, null, 'number'])
    expect(header.unknown).toEqual(['备注', '标题'])
    expect(header.twice).toEqual(['number'])
    expect(header.missing).toContain('technologyAmount')
    expect(header.missing).not.toContain('endsOn')
    expect(readImportHeader(importHeader())).toMatchObject({ unknown: [], missing: [], twice: [] })
  })
})

describe('a row', () => {
  it('is read as people and spreadsheets write it', () => {
    expect(read()).toMatchObject({
      problems: [],
      row: {
        number: '20260123456789',
        type: 'KF',
        subType: 'KF_COMMISSIONED',
        seller: { kind: '0221', creditCode: '1245010049850001XN' },
        contractAmountFen: 123_456,
        technologyAmountFen: 100_000,
        signedOn: '2019-03-01',
        effectiveOn: '2019-03-01',
        registeredOn: '2019-03-15',
        technicalField: '09',
        planIndustry: 'other',
        status: 'valid',
      },
    })
    expect(read({ signedOn: new Date('2019-03-01T00:00:00Z'), technicalField: 9 }).problems).toEqual([])
  })

  it.each<[ImportCells, [string | null, string][]]>([
    [{ number: '2026' }, [['number', 'registration_number.too_short']]],
    [{ number: 2.0260123456789e15 }, [['number', 'import.number_as_number']]],
    [{ number: '2.02601E+15' }, [['number', 'import.number_as_number']]],
    [{ title: ' ' }, [['title', 'field.required']]],
    [{ title: '字'.repeat(301) }, [['title', 'text.too_long']]],
    [{ title: 'a\u0000b' }, [['title', 'text.not_storable']]],
    [{ type: '买卖合同' }, [['type', 'import.unknown_code']]],
    [{ type: 'XK', subType: 'XK_PATENT' }, [['type', 'contract.type_not_in_regime']]],
    [{ type: 'ZR', subType: 'XK_PATENT' }, []],
    [{ contractAmount: '12.345' }, [['contractAmount', 'money.invalid']]],
    [{ contractAmount: 900 }, [['technologyAmount', 'contract.technology_over_contract_amount']]],
    [{ technologyAmount: '-5' }, [['technologyAmount', 'money.invalid']]],
    [{ signedOn: '2019-02-30' }, [['signedOn', 'date.invalid']]],
    [{ registeredOn: '2019-02-28' }, [['registeredOn', 'import.registered_before_signed']]],
    [{ registeredOn: '2026-03-03' }, [['registeredOn', 'import.registered_in_future']]],
    [{ endsOn: '2018-01-01' }, [['endsOn', 'contract.ends_before_effective']]],
    [{ relatedParties: '也许' }, [['relatedParties', 'import.yes_or_no']]],
    [{ status: '已撤销' }, [['status', 'import.not_live']]],
    [{ sellerRegionCode: '99' }, [['sellerRegionCode', 'region.too_short']]],
    [
      { sellerCreditCode: '1245010049850001X0' },
      [['sellerCreditCode', 'social_credit_code.wrong_check_character']],
    ],
  ])('%j: %j', (changes, expected) => {
    expect(codesIn(changes)).toEqual(expected)
  })

  it('keeps an old code whose check character is wrong, with a warning', () => {
    const { row: kept, problems } = read({ sellerCreditCode: '1245010049850001x0' })
    expect(problems).toMatchObject([{ severity: 'warning' }])
    expect(kept?.seller.creditCode).toBe('1245010049850001X0')
  })

  it('is judged by the oldest regime known when it is older still', () => {
    expect(read({ signedOn: '1992-05-01', registeredOn: '1992-06-01' }).problems).toEqual([])
  })
})

describe('repeated rows', () => {
  const value = read().row
  const rowsOf = (...changes: Partial<ImportRow>[]) =>
    changes.map((change, index) => ({
      row: index + 2,
      value: { ...(value ?? ({} as ImportRow)), number: `2026012345678${index}`, ...change },
    }))

  it('are named with the row they repeat', () => {
    const found = findRepeatedRows(
      rowsOf({}, { title: '蔗渣 高值化利用技术开发。' }, { title: '另一项目', number: '20260123456780' }),
    )
    expect(
      found.map(({ row: at, problem }) => [at, problem.severity, problem.code, problem.params.row]),
    ).toEqual([
      [3, 'error', 'import.contract_twice', 2],
      [4, 'error', 'import.number_twice', 2],
      [4, 'warning', 'import.nearly_the_same', 2],
    ])
  })

  it('differ where two of the four parts differ', () => {
    expect(findRepeatedRows(rowsOf({}, { title: '另一项目', signedOn: '2019-03-02' }))).toEqual([])
  })
})
