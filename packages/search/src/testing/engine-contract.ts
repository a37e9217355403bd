import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchDocument } from '../document.ts'
import { FACETS, type SearchEngine, type SearchHit, type SearchQuery, type Segment } from '../engine.ts'
import { meetsFilters } from '../meets-filters.ts'
import { ALL_SAMPLES, OWNERS, SAMPLES, sampleDocument } from './sample-documents.ts'

export interface OpenEngine {
  engine: SearchEngine
  close(): Promise<void>
}

const query = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  locale: 'zh-CN',
  facets: [],
  ...rest,
})

const marked = (segments: readonly Segment[]): string[] =>
  segments.filter((segment) => segment.marked).map((segment) => segment.text)
const textOf = (segments: readonly Segment[]): string => segments.map((segment) => segment.text).join('')
const idsOf = (hits: readonly { id: string }[]): string[] => hits.map((hit) => hit.id)

async function* streamOf(documents: readonly SearchDocument[]): AsyncGenerator<SearchDocument> {
  yield* documents
}

/** What every engine must do alike. */
export const describeSearchEngine = (name: string, open: () => Promise<OpenEngine>): void => {
  describe(`${name}: every engine`, () => {
    let opened: OpenEngine
    let engine: SearchEngine
    const search = (text: string, rest?: Partial<SearchQuery>) => engine.search(query(text, rest))
    const found = async (text: string, rest?: Partial<SearchQuery>) => idsOf((await search(text, rest)).hits)

    beforeAll(async () => {
      opened = await open()
      engine = opened.engine
      await engine.index(ALL_SAMPLES)
    })
    afterAll(() => opened.close())

    it('answers that it is there', async () => {
      expect(await engine.health()).toEqual({ available: true })
    })

    it('finds Chinese words inside a title', async () => {
      expect((await found('锂电池'))[0]).toBe(SAMPLES.graphene.id)
      expect((await found('甘蔗渣'))[0]).toBe(SAMPLES.sugarcane.id)
    })

    it('finds English words, small or capital', async () => {
      expect((await found('Bagasse'))[0]).toBe(SAMPLES.sugarcane.id)
      expect((await found('quantum dot display'))[0]).toBe(SAMPLES.quantum.id)
    })

    it('finds by words of both languages at once', async () => {
      expect((await found('graphene 正极'))[0]).toBe(SAMPLES.graphene.id)
    })

    it('puts a hit in the title before one in the body', async () => {
      expect((await found('石墨烯')).slice(0, 2)).toEqual([SAMPLES.graphene.id, SAMPLES.recycling.id])
    })

    it('says that it went beyond listings with every word only where it did', async () => {
      const { hits, relaxed } = await search('Bagasse')
      expect([hits.length > 0, relaxed]).toEqual([true, false])
    })

    it('finds a word that is still being typed', async () => {
      expect((await found('graph'))[0]).toBe(SAMPLES.graphene.id)
    })

    it('forgives a spelling mistake', async () => {
      expect((await found('grapehne'))[0]).toBe(SAMPLES.graphene.id)
      expect((await found('bagase'))[0]).toBe(SAMPLES.sugarcane.id)
    })

    it.each([
      ['sugercane', 'sugarcane', '甘蔗'],
      ['peroskite', 'perovskite', '钙钛矿'],
      ['drip irigation', 'drip irrigation', '滴灌'],
      ['lithum battery', 'lithium battery', '锂电池'],
    ])('finds by %s what %s finds, its other name marked as well', async (typed, right, name) => {
      const named = sampleDocument(24, { titleZh: `${name}的检测` })
      await engine.index([named])
      const { hits } = await search(typed)
      expect(marked(hits.find(({ id }) => id === named.id)?.title ?? []).join('')).toBe(name)
      expect(idsOf(hits)).toEqual(await found(right))
      await engine.remove([named.id])
    })

    it.each([
      ['casing', 'Casing of an axle', '铸造'],
      ['resino', 'Resinous shell', '树脂'],
    ])('takes %s for what it is where a listing holds it', async (typed, titleEn, name) => {
      const held = sampleDocument(24, { titleEn })
      const named = sampleDocument(25, { titleZh: `${name}的检测` })
      await engine.index([held, named])
      expect(await found(typed)).toEqual([held.id])
      await engine.remove([held.id])
      expect(await found(typed)).toEqual([named.id])
      await engine.remove([named.id])
    })

    it.each([
      'ZL202310000001.5',
      'zl 2023 1 0000001.5',
      '２０２３１００００００１．５',
      '2023100000015',
      '202310000001',
      '"ZL202310000001.5"',
    ])('finds the listing of a patent number written %s', async (number) => {
      expect((await found(number))[0]).toBe(SAMPLES.graphene.id)
    })

    it('finds old patent numbers and other registered numbers', async () => {
      expect((await found('95115608.x'))[0]).toBe(SAMPLES.recycling.id)
      expect((await found('2021SR0123456'))[0]).toBe(SAMPLES.gis.id)
    })

    it('keeps the words of a quoted phrase together', async () => {
      expect(await found('"quantum dots"')).toEqual([SAMPLES.quantum.id])
    })

    it('leaves out what follows a minus sign', async () => {
      const ids = await found('石墨烯 -回收')
      expect(ids).toContain(SAMPLES.graphene.id)
      expect(ids).not.toContain(SAMPLES.recycling.id)
    })

    it.each(['-95115608.X', '-ZL95115608', '-"95115608.x"'])(
      'leaves out the listing of the number in %s',
      async (number) => {
        expect(await found('石墨烯')).toContain(SAMPLES.recycling.id)
        const ids = await found(`石墨烯 ${number}`)
        expect(ids).toContain(SAMPLES.graphene.id)
        expect(ids).not.toContain(SAMPLES.recycling.id)
      },
    )

    it('marks the hit in the language asked for, as text and not as markup', async () => {
      const [chinese] = (await search('石墨烯')).hits
      expect(textOf(chinese?.title ?? [])).toBe(SAMPLES.graphene.titleZh)
      expect(marked(chinese?.title ?? []).join('')).toBe('石墨烯')
      const [english] = (await search('graphene', { locale: 'en' })).hits
      expect(textOf(english?.title ?? [])).toBe(SAMPLES.graphene.titleEn)
      expect(marked(english?.title ?? [])).toEqual(['graphene'])
      expect(english?.fragments[0]).toMatchObject({ field: 'summary', locale: 'en' })
    })

    it('shows where the other language was hit', async () => {
      const [hit] = (await search('pyrolysed', { locale: 'zh-CN' })).hits
      expect(textOf(hit?.title ?? [])).toBe(SAMPLES.sugarcane.titleZh)
      expect(hit?.fragments.some((fragment) => fragment.locale === 'en')).toBe(true)
    })

    it('counts a facet with the other filters on, but not its own', async () => {
      const { facets, hits, total } = await search('', {
        facets: FACETS,
        filters: { kind: ['granted_patent'], ownerId: [OWNERS.institute] },
      })
      expect(idsOf(hits)).toEqual([SAMPLES.recycling.id])
      expect(total.value).toBe(1)
      expect(facets.kind).toEqual([
        { value: 'granted_patent', count: 1 },
        { value: 'software_copyright', count: 1 },
      ])
      expect(facets.ownerId).toEqual([
        { value: OWNERS.university, count: 2 },
        { value: OWNERS.institute, count: 1 },
      ])
      expect(facets.transferModes).toEqual([{ value: 'assignment', count: 1 }])
    })

    it('finds traditional characters and simplified ones alike', async () => {
      expect((await found('鋰電池'))[0]).toBe(SAMPLES.graphene.id)
      expect((await found('蓄電池的拆解'))[0]).toBe(SAMPLES.recycling.id)
    })

    it.each(['鋰離子電池', 'lithium-ion battery', 'Li-ion battery'])(
      'finds a term by another of its names: %s',
      async (name) => {
        expect(await found(name)).toContain(SAMPLES.graphene.id)
      },
    )

    it.each([
      ['a term', 'coating tin', '锡涂层'],
      ['a term of one character', '无锡 锡', 'Tin of Wuxi 无锡'],
    ])('finds by its other name %s whose letters an earlier word holds: %s', async (_, asked, titleZh) => {
      const named = sampleDocument(22, { titleZh })
      await engine.index([named])
      const { hits, relaxed } = await search(asked)
      expect([idsOf(hits), relaxed]).toEqual([[named.id], false])
      await engine.remove([named.id])
    })

    it('finds a name of several words by one of one, and the reverse', async () => {
      const named = sampleDocument(22, { titleEn: 'Grid storage with a lithium-ion battery', summaryZh: '' })
      await engine.index([named])
      expect(await found('锂离子电池')).toContain(named.id)
      await engine.remove([named.id])
    })

    it('finds by the plural of an English term what has only its Chinese name', async () => {
      const named = sampleDocument(22, { titleZh: '水性涂料的配方' })
      await engine.index([named])
      for (const asked of ['coatings', 'waterborne coatings']) expect(await found(asked)).toContain(named.id)
      await engine.remove([named.id])
    })

    it('finds by a term still being typed what has only its other name', async () => {
      const named = sampleDocument(22, { titleZh: '钙钛矿的检测' })
      await engine.index([named])
      for (const typed of ['perov', 'perovski', 'perovskite']) expect(await found(typed)).toEqual([named.id])
      await engine.remove([named.id])
    })

    it.each(['shimoxi', 'shi mo xi', 'smx'])('finds a Chinese title typed as %s', async (typed) => {
      expect((await found(typed))[0]).toBe(SAMPLES.graphene.id)
    })

    it('leaves out a phrase, and keeps words of both languages together with a number', async () => {
      expect(await found('量子 -"quantum dots"')).toEqual([SAMPLES.points.id])
      expect((await found('回收装置 95115608.X'))[0]).toBe(SAMPLES.recycling.id)
    })

    it('tells what it found for a number whatever else shares its beginning', async () => {
      const next = sampleDocument(23, { titleZh: '别的装置', rightNumbers: ['202310000002.3'] })
      await engine.index([next])
      expect((await found('202310000001.5'))[0]).toBe(SAMPLES.graphene.id)
      expect(await found('20231000000')).toEqual(expect.arrayContaining([SAMPLES.graphene.id, next.id]))
      await engine.remove([next.id])
    })

    it('filters by bounds of price and maturity, and counts bands and classes', async () => {
      const { hits, facets } = await search('', {
        ranges: { priceFen: { min: 100_000, max: 200_000 } },
        facets: FACETS,
      })
      expect(idsOf(hits)).toEqual([SAMPLES.recycling.id, SAMPLES.graphene.id])
      expect(facets.ipc).toEqual([
        { value: 'H', count: 1 },
        { value: 'H01', count: 1 },
        { value: 'H01M', count: 1 },
      ])
      expect(facets.priceBand).toEqual([
        { value: '0-5', count: 5 },
        { value: 'none', count: 1 },
      ])
      expect(await found('', { ranges: { maturityLevel: { min: 5 } } })).toEqual([SAMPLES.graphene.id])
      expect(await found('', { filters: { ipc: ['H01'] } })).toEqual([SAMPLES.graphene.id])
    })

    it('finds listings like another, with what they share', async () => {
      const [first, ...others] = await engine.similar(SAMPLES.graphene.id, { limit: 3 })
      expect(first?.id).toBe(SAMPLES.recycling.id)
      expect(first?.sharedTerms).toContain('石墨烯')
      expect(first?.score).toBeGreaterThan(0)
      expect([first, ...others].map((hit) => hit?.id)).not.toContain(SAMPLES.graphene.id)
      expect(await engine.similar('00000000-0000-7000-8000-00000000ffff', { limit: 3 })).toEqual([])
    })

    it.each<Pick<SearchQuery, 'filters' | 'ranges'>>([
      { filters: { priceBand: ['none', '0-5'] } },
      { filters: { ipc: ['H'] }, ranges: { priceFen: { max: 100_000 } } },
      { filters: { maturityLevel: ['4'] }, ranges: { maturityLevel: { min: 5 } } },
      { filters: { kind: ['know_how', 'granted_patent'], ownerId: [OWNERS.university] } },
      { filters: {}, ranges: { priceFen: { min: 200_000, max: 500_000 } } },
    ])('shows what meets its filters when looked at alone: %j', async (asked) => {
      const meeting = ALL_SAMPLES.filter((document) => meetsFilters(document, asked))
      expect((await found('', asked)).sort()).toEqual(idsOf(meeting).sort())
    })

    it('finds listings for a text, within filters', async () => {
      const need = '寻求甘蔗渣低温热解制备生物质炭的技术，用于改良酸性土壤'
      expect((await engine.similarToText(need, { limit: 2 }))[0]).toMatchObject({ id: SAMPLES.sugarcane.id })
      const narrowed = { limit: 2, filters: { ownerId: [OWNERS.institute] } }
      expect(idsOf(await engine.similarToText(need, narrowed))).not.toContain(SAMPLES.sugarcane.id)
      expect(await engine.similarToText('', { limit: 2 })).toEqual([])
    })

    it('tells the rare words of a text from the common ones', async () => {
      const terms = await engine.extractTerms('量子密钥与甘蔗渣', 5)
      expect(terms.map((term) => term.text)).toEqual(expect.arrayContaining(['甘蔗渣', '量子']))
      const rarityOf = (word: string) => terms.find((term) => term.text === word)?.rarity ?? 0
      expect(rarityOf('甘蔗渣')).toBeGreaterThan(rarityOf('量子'))
    })

    it('counts what a search finds by every dimension', async () => {
      const { total, counts } = await engine.aggregate({ text: '石墨烯', filters: {} })
      expect(total).toBe(2)
      expect(counts.year).toEqual([{ value: '2026', count: 2 }])
      expect(counts.ipcClass).toEqual([{ value: 'H01', count: 1 }])
      expect(counts.kind).toEqual([{ value: 'granted_patent', count: 2 }])
      const { total: narrowed } = await engine.aggregate({
        text: '',
        filters: { ownerId: [OWNERS.institute] },
      })
      expect(narrowed).toBe(2)
    })

    it('counts no more in a chart than its own filter and range let through', async () => {
      const one = await engine.aggregate({ text: '', filters: { ownerId: [OWNERS.institute] } })
      expect(one.counts.ownerId).toEqual([{ value: OWNERS.institute, count: 2 }])
      const high = await engine.aggregate({ text: '', filters: {}, ranges: { maturityLevel: { min: 5 } } })
      expect(high.counts.maturityLevel).toEqual([{ value: '6', count: 1 }])
    })

    it('filters by level and mode', async () => {
      expect(await found('', { filters: { maturityLevel: ['6'] } })).toEqual([SAMPLES.graphene.id])
      expect(await found('', { filters: { transferModes: ['assignment', 'exclusive_licence'] } })).toEqual([
        SAMPLES.recycling.id,
        SAMPLES.graphene.id,
      ])
    })

    it('sorts by date and by price, a listing without a price last', async () => {
      const { graphene, recycling, sugarcane, quantum, points, gis } = SAMPLES
      expect(await found('', { sort: 'newest' })).toEqual(
        idsOf([gis, points, quantum, sugarcane, recycling, graphene].map((d) => ({ id: d.id }) as SearchHit)),
      )
      expect(await found('', { sort: 'price_asc' })).toEqual(
        [graphene, recycling, quantum, points, gis, sugarcane].map((d) => d.id),
      )
      expect(await found('', { sort: 'price_desc' })).toEqual(
        [gis, points, quantum, recycling, graphene, sugarcane].map((d) => d.id),
      )
    })

    it.each(['relevance', 'newest', 'price_asc', 'price_desc'] as const)(
      'gives every hit once over pages sorted by %s',
      async (sort) => {
        const whole = await found('', { sort })
        const paged: string[] = []
        let cursor: string | undefined
        do {
          const page = await search('', { sort, limit: 2, cursor })
          paged.push(...idsOf(page.hits))
          cursor = page.nextCursor ?? undefined
        } while (cursor !== undefined)
        expect(paged).toEqual(whole)
        expect(paged).toHaveLength(ALL_SAMPLES.length)
      },
    )

    it('refuses a cursor that was changed or belongs to another query', async () => {
      const { nextCursor } = await search('', { limit: 2 })
      const cursor = nextCursor ?? ''
      const refusal = { kind: 'invalid', code: 'cursor.invalid' }
      await expect(search('石墨烯', { limit: 2, cursor })).rejects.toMatchObject(refusal)
      await expect(search('', { limit: 2, cursor: `A${cursor.slice(1)}` })).rejects.toMatchObject(refusal)
      await expect(search('', { limit: 2, cursor: 'nonsense' })).rejects.toMatchObject(refusal)
      await expect(search('', { limit: 2, cursor: '' })).rejects.toMatchObject(refusal)
    })

    it('bears queries that are empty, endless or full of signs', async () => {
      for (const text of [
        '   ',
        '"',
        '-',
        '""',
        "'; drop table x --",
        "a' & | ! :* (b",
        '\\',
        '的',
        'x'.repeat(400),
      ]) {
        await expect(search(text)).resolves.toHaveProperty('hits')
      }
    })

    it('replaces a document that is indexed again and forgets one that is removed', async () => {
      const changed = sampleDocument(20, { titleZh: '旧名称的水稻品种', titleEn: 'Old rice' })
      await engine.index([changed])
      expect(await found('水稻')).toContain(changed.id)
      await engine.index([{ ...changed, titleZh: '新名称的玉米品种', titleEn: 'New maize' }])
      expect(await found('水稻')).not.toContain(changed.id)
      expect((await found('玉米'))[0]).toBe(changed.id)
      await engine.remove([changed.id])
      expect(await found('玉米')).not.toContain(changed.id)
    })

    it('answers from the old index until a rebuild is finished', async () => {
      const added = sampleDocument(21, { titleZh: '桑叶保健茶', titleEn: 'Mulberry leaf tea' })
      const during: string[][] = []
      const documents = async function* () {
        yield* streamOf(ALL_SAMPLES)
        during.push(await found('石墨烯'))
        during.push(await found('桑叶'))
        yield added
      }
      expect(await engine.rebuild(documents())).toEqual({ indexed: ALL_SAMPLES.length + 1 })
      expect(during[0]?.[0]).toBe(SAMPLES.graphene.id)
      expect(during[1]).not.toContain(added.id)
      expect((await found('桑叶'))[0]).toBe(added.id)
      await engine.rebuild(streamOf(ALL_SAMPLES))
      expect(await found('桑叶')).not.toContain(added.id)
    })

    it('keeps the index as it was when a rebuild fails', async () => {
      const documents = async function* () {
        yield* streamOf(ALL_SAMPLES.slice(0, 1))
        throw new Error('the source broke')
      }
      await expect(engine.rebuild(documents())).rejects.toThrow('the source broke')
      expect((await search('')).total.value).toBe(ALL_SAMPLES.length)
    })
  })
}
