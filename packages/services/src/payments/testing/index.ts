export { makeTill, type Till, type TillFixture } from './make-till.ts'
