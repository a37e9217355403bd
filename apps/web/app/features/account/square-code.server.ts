import { create } from 'qrcode'

export interface SquareCode {
  size: number
  /** One SVG path of all dark squares. */
  path: string
}

/** A text as a square code that a camera reads; drawn by the page, so no picture has to be fetched. */
export function squareCodeOf(text: string): SquareCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, index) => (bit ? index : -1)).filter((index) => index >= 0)
  const path = dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('')
  return { size, path }
}
