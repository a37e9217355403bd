import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'

const require = createRequire(import.meta.url)
/** Noto Sans SC under the SIL Open Font License, as whole TrueType files. */
const REGULAR = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const BOLD = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')

export const FONT = 'NotoSansSC'

/** Before anything is printed: a document is made of what it is handed, fetches nothing and reads no file but its fonts. */
export const setUpPdfmake = (): void => {
  pdfmake.setFonts({ [FONT]: { normal: REGULAR, bold: BOLD, italics: REGULAR, bolditalics: BOLD } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path: string) => path === REGULAR || path === BOLD)
}
