import { segment } from '../text/segment.ts'

export { describeSearchEngine, type OpenEngine } from './engine-contract.ts'
export { idleStandingQueries } from './idle-standing-queries.ts'
export { type MeilisearchDouble, startMeilisearchDouble } from './meilisearch-double.ts'
export { ALL_SAMPLES, OWNERS, SAMPLES, sampleDocument } from './sample-documents.ts'

/** The words of a text, for baselines that rank them otherwise. */
export const segmentWords = (text: string): string[] => segment(text).map((word) => word.text)
