export { makeTill, type Till, type TillFixture } from './make-till.ts'
export { type Counter, openCounter } from './open-counter.ts'
