import { createRequire } from 'node:module'
import { visibleText } from '@market/domain'
import { Resvg } from '@resvg/resvg-js'

const require = createRequire(import.meta.url)
/** Noto Sans SC under the SIL Open Font License: the one font there is wherever this runs. */
const FONT = 'Noto Sans SC'
const SCALE = 2

/** The page's tokens in their light form: a picture that leaves the page has no style sheet. */
const COLOURS: Record<string, string> = {
  'var(--ink)': '#1c2420',
  'var(--ink-soft)': '#55605a',
  'var(--hairline)': '#dfe3dd',
  'var(--ground)': '#fbfaf7',
  'var(--accent)': '#0f6b4f',
  'var(--needs-you)': '#8a5a00',
}

/** A drawing of the page as a picture that stands by itself: colours and font named, links taken out. */
export const standAlone = (svg: string): string =>
  Object.entries(COLOURS)
    .reduce((text, [token, colour]) => text.replaceAll(token, colour), svg)
    .replaceAll(/<\/?a\b[^>]*>/g, '')
    .replaceAll(/font-family:\s*inherit/g, `font-family: ${FONT}`)
    .replaceAll('font-family="inherit"', `font-family="${FONT}"`)

const TITLE_HEIGHT = 44
const LONGEST_TITLE = 48

const escapeText = (text: string): string =>
  visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A drawing with a line above it that says what it shows: a picture that leaves the page has no heading. */
export const entitled = (svg: string, title: string): string => {
  const shown = [...title].length > LONGEST_TITLE ? `${[...title].slice(0, LONGEST_TITLE).join('')}…` : title
  const line = `<text x="4" y="${18 - TITLE_HEIGHT}" font-size="18" font-weight="600" font-family="inherit" fill="var(--ink)">${escapeText(shown)}</text>`
  return svg.replace(/^<svg[^>]*>/, (head) =>
    head
      .replace(/ height="(\d+)"/, (_, height) => ` height="${Number(height) + TITLE_HEIGHT}"`)
      .replace(
        /viewBox="0 0 (\d+) (\d+)"/,
        (_, width, height) => `viewBox="0 -${TITLE_HEIGHT} ${width} ${Number(height) + TITLE_HEIGHT}"`,
      )
      .concat(line),
  )
}

/** The same as PNG, twice as fine. Only our own drawings are rasterised: nothing is fetched, no other font is read. */
export const rasterise = (svg: string): Uint8Array => {
  const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
  const picture = new Resvg(standAlone(svg), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: FONT },
  })
  return picture.render().asPng()
}
