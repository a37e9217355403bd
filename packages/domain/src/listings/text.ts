import { type ReviewedText, reviewedTexts } from '../index.ts'
import { type ListingState, listingMachine, REQUESTABLE_LISTING_STATES } from './states.ts'

export { type ChangesState, TEXT_COMMANDS, type TextCommand } from '../index.ts'

/** Where the text of a listing stands: on its way to the first publication, or changed after it. */
export type TextState = ReviewedText<ListingState>

const texts = reviewedTexts<ListingState>('listing', listingMachine, REQUESTABLE_LISTING_STATES)

/** Moves the text of a listing on. Refuses with `listing.wrong_state`. */
export const moveText = texts.move

export const textAllows = texts.allows
