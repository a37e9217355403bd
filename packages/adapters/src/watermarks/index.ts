export { createWatermarker } from './create-watermarker.ts'
export type { Markable, Watermarker } from './watermarker.ts'
