import sharp from 'sharp'

const SIZE = { width: 1280, height: 800 }
const GROUND = '#f4f6f3'
const INK = ['#0f6b4f', '#3f8f74', '#a9c9bb', '#c98a1b']

/** A plain process drawing: stages of differing size joined by a line. No words, so that it needs no fonts. */
const drawing = (serial: number): string => {
  const stages = [0, 1, 2, 3].map((at) => {
    const height = 150 + ((serial * 37 + at * 83) % 5) * 55
    const x = 110 + at * 285
    const shape = (serial + at) % 3 === 0 ? 100 : 16
    return `<rect x="${x}" y="${430 - height / 2}" width="200" height="${height}" rx="${shape}" fill="${INK[(serial + at) % INK.length]}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
    <rect width="100%" height="100%" fill="${GROUND}"/>
    <path d="M60 430 H1220" stroke="#1d2b26" stroke-width="6" stroke-dasharray="2 14" stroke-linecap="round"/>
    ${stages.join('')}</svg>`
}

/** PNG bytes of an invented process drawing. */
export const samplePicture = (serial: number): Promise<Buffer> =>
  sharp(Buffer.from(drawing(serial)))
    .png()
    .toBuffer()
