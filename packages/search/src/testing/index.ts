export { describeSearchEngine, type OpenEngine } from './engine-contract.ts'
export { type MeilisearchDouble, startMeilisearchDouble } from './meilisearch-double.ts'
export { ALL_SAMPLES, OWNERS, SAMPLES, sampleDocument } from './sample-documents.ts'
