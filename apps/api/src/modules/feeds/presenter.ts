import type { FeedListing } from '@market/contracts/listings'
import { formatYuan, type Locale, visibleText } from '@market/domain'
import {
  findRegion,
  LISTING_KINDS,
  LISTING_STATE_NAMES,
  labelOf,
  PLAN_INDUSTRIES,
  PRICE_MODES,
  RIGHT_ENDINGS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import type { ListedListing } from '@market/services/listings'
import { Feed } from 'feed'

export interface FeedPlace {
  /** Of the market, without a slash at the end. */
  publicUrl: string
  locale: Locale
  /** Address of the feed itself. */
  self: string
}

const pageOf = ({ publicUrl, locale }: Pick<FeedPlace, 'publicUrl' | 'locale'>, id: string): string =>
  `${publicUrl}/listings/${id}${locale === 'en' ? '?lang=en' : ''}`

export const presentFeedListing = (
  { listing, columns, organization }: ListedListing,
  place: Pick<FeedPlace, 'publicUrl' | 'locale'>,
): FeedListing => {
  const { titleZh, titleEn, summaryZh, summaryEn, kind, planIndustry, maturityLevel, transferModes } = columns
  const { priceMode, priceFen, priceMaxFen, regionCode } = columns
  return {
    id: listing.id,
    url: pageOf(place, listing.id),
    titleZh,
    titleEn,
    summaryZh,
    summaryEn,
    kind,
    state: listing.state,
    frozenReason: listing.frozenReason,
    version: listing.version,
    organization: { id: organization.id, nameZh: organization.nameZh, nameEn: organization.nameEn },
    planIndustry,
    maturityLevel,
    transferModes,
    priceMode,
    priceFen,
    priceMaxFen,
    regionCode,
    publishedAt: listing.publishedAt?.toISOString() ?? null,
    updatedAt: listing.updatedAt.toISOString(),
  }
}

/** What was written before hidden characters were taken out may hold some that no XML can. */
const either = (locale: Locale, zh: string, en: string): string =>
  visibleText(locale === 'en' ? en || zh : zh || en)

/** When the newest of them changed; the beginning of time for an empty feed, so that it does not seem new each time. */
export const lastChange = (items: readonly ListedListing[]): Date =>
  new Date(Math.max(0, ...items.map(({ listing }) => listing.updatedAt.getTime())))

const TITLES: Record<Locale, string> = { 'zh-CN': '技术市场：挂牌成果', en: 'Technology market: listings' }

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * The library writes Atom texts and the content of JSON Feed as HTML: our plain text must be made such. Titles of JSON
 * Feed are taken as they are.
 */
const asHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => HTML[mark] ?? mark)

/** The listings as a feed that is written out as Atom or JSON Feed. */
export const feedOf = (items: readonly ListedListing[], place: FeedPlace, format: 'atom' | 'json'): Feed => {
  const written = format === 'atom' ? asHtml : (text: string) => text
  const { publicUrl, locale, self } = place
  const feed = new Feed({
    id: self,
    title: TITLES[locale],
    link: `${publicUrl}/search`,
    language: locale,
    updated: lastChange(items),
    generator: false,
    copyright: '',
    feedLinks: { [format]: self },
  })
  for (const { listing, columns, organization } of items) {
    const industry = columns.planIndustry
    feed.addItem({
      id: `urn:uuid:${listing.id}`,
      title: written(either(locale, columns.titleZh, columns.titleEn)),
      link: pageOf(place, listing.id),
      description: asHtml(either(locale, columns.summaryZh, columns.summaryEn)),
      author: [{ name: either(locale, organization.nameZh, organization.nameEn) }],
      category: [
        { name: labelOf(LISTING_KINDS, columns.kind, locale), term: columns.kind },
        ...(listing.state === 'published'
          ? []
          : [{ name: labelOf(LISTING_STATE_NAMES, listing.state, locale), term: listing.state }]),
        ...(listing.frozenReason === null
          ? []
          : [{ name: labelOf(RIGHT_ENDINGS, listing.frozenReason, locale), term: listing.frozenReason }]),
        ...(industry === null ? [] : [{ name: labelOf(PLAN_INDUSTRIES, industry, locale), term: industry }]),
      ],
      published: listing.publishedAt ?? listing.updatedAt,
      date: listing.updatedAt,
    })
  }
  return feed
}

export const CSV_COLUMNS = [
  'id',
  'url',
  'titleZh',
  'titleEn',
  'summaryZh',
  'summaryEn',
  'kind',
  'state',
  'frozenReason',
  'owner',
  'planIndustry',
  'maturityLevel',
  'transferModes',
  'priceMode',
  'priceYuan',
  'priceMaxYuan',
  'region',
  'publishedAt',
  'updatedAt',
] as const

const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(fen))

/** Codes in words, amounts in yuan: a table for people. */
export const csvRows = (items: readonly ListedListing[], place: FeedPlace) =>
  items.map((item) => {
    const { locale } = place
    const listing = presentFeedListing(item, place)
    const region = findRegion(listing.regionCode)
    const { planIndustry, priceMode } = item.columns
    const { frozenReason } = item.listing
    return [
      listing.id,
      listing.url,
      listing.titleZh,
      listing.titleEn,
      listing.summaryZh,
      listing.summaryEn,
      labelOf(LISTING_KINDS, item.columns.kind, locale),
      labelOf(LISTING_STATE_NAMES, item.listing.state, locale),
      frozenReason === null ? '' : labelOf(RIGHT_ENDINGS, frozenReason, locale),
      either(locale, listing.organization.nameZh, listing.organization.nameEn),
      planIndustry === null ? '' : labelOf(PLAN_INDUSTRIES, planIndustry, locale),
      listing.maturityLevel,
      item.columns.transferModes.map((mode) => labelOf(TRANSFER_MODES, mode, locale)).join('、'),
      priceMode === null ? '' : labelOf(PRICE_MODES, priceMode, locale),
      yuan(listing.priceFen),
      yuan(listing.priceMaxFen),
      region ? either(locale, region.zh, region.en) : listing.regionCode,
      listing.publishedAt,
      listing.updatedAt,
    ]
  })
