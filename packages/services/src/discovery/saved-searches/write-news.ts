import type { ListingState } from '@market/domain/listings'
import {
  type FoundListing,
  LETTERS,
  type Mail,
  type MailContext,
  type NewNotification,
  pick,
  type Recipient,
  textOf,
} from '../../notifications/index.ts'
import type { SavedSearchRecord } from './records.ts'
import { searchPathOf } from './search-path.ts'

/** A version of a listing as a search found it, with the listing as it now stands. */
export interface FoundVersion {
  listingId: string
  version: number
  state: ListingState
  titleZh: string
  titleEn: string
  ownerZh: string
  ownerEn: string
}

/** What links are made of. */
interface NewsContext {
  publicUrl: string
  seals: Pick<MailContext['seals'], 'seal'>
}

const LISTED = 20

const pathOf = (search: SavedSearchRecord, news: readonly FoundVersion[]): string => {
  const [only, ...others] = news
  return only && others.length === 0 ? `/listings/${only.listingId}` : searchPathOf(search)
}

type Facts = Parameters<(typeof LETTERS)['en']['savedSearchFound']>[0]

const factsFor = (
  { publicUrl, seals }: NewsContext,
  search: SavedSearchRecord,
  locale: Recipient['locale'],
  news: readonly FoundVersion[],
): Facts => ({
  search: search.name,
  found: news.slice(0, LISTED).map(
    (one): FoundListing => ({
      title: pick(locale, one.titleZh, one.titleEn),
      owner: pick(locale, one.ownerZh, one.ownerEn),
      changed: one.version > 1,
      url: `${publicUrl}/listings/${one.listingId}`,
    }),
  ),
  more: Math.max(0, news.length - LISTED),
  settingsUrl: `${publicUrl}/workspace/saved-searches`,
  unsubscribeUrl: `${publicUrl}/unsubscribe?${new URLSearchParams({ token: seals.seal('saved-search', search.id) })}`,
})

/** The mail about what a search found, in its reader's language; sent again it has the same id. */
export const writeMail = (
  context: NewsContext,
  search: SavedSearchRecord,
  deliveryId: string,
  recipient: Omit<Recipient, 'userId'>,
  news: readonly FoundVersion[],
): Mail => {
  const facts = factsFor(context, search, recipient.locale, news)
  const letter = LETTERS[recipient.locale].savedSearchFound(facts)
  return {
    id: `saved-search-${deliveryId}`,
    to: recipient.email,
    subject: letter.subject,
    text: `${textOf(letter, recipient, `${context.publicUrl}${searchPathOf(search)}`)}\n`,
    unsubscribeUrl: facts.unsubscribeUrl,
  }
}

/** The same inside the market, in both languages. */
export const newsOf = (
  search: SavedSearchRecord,
  deliveryId: string,
  news: readonly FoundVersion[],
): NewNotification => {
  const nowhere = { publicUrl: '', seals: { seal: () => '' } }
  const subjectIn = (locale: Recipient['locale']) =>
    LETTERS[locale].savedSearchFound(factsFor(nowhere, search, locale, news)).subject
  return {
    userId: search.userId,
    organizationId: null,
    topic: 'saved_search.found',
    source: `saved-search:${deliveryId}`,
    titleZh: subjectIn('zh-CN'),
    titleEn: subjectIn('en'),
    path: pathOf(search, news),
  }
}
