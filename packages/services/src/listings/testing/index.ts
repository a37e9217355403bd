export { completeListing, makeFile, patentRight } from './complete-listing.ts'
export { type Desk, FORBIDDEN, makeDesk, NOT_FOUND, WRONG_STATE } from './make-desk.ts'
