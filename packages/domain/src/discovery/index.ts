export { CADENCES, type Cadence, digestDue } from './cadence.ts'
export { MISS_MIN_VISITORS, missTermOf } from './miss-term.ts'
export { PUBLIC_VISITORS_FROM, weekOf } from './visits.ts'
