export { CADENCES, type Cadence, digestDue } from './cadence.ts'
export { MISS_MIN_VISITORS, missTermOf } from './miss-term.ts'
export { MOST_SEARCHED } from './query-length.ts'
export { PUBLIC_VISITORS_FROM, weekOf } from './visits.ts'
