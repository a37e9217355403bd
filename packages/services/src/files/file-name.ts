const MAX_CHARACTERS = 150
// Characters that hide or reverse text, and those some file system gives a meaning to.
const UNWANTED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu

/** The name a person gave a file, without folders and without characters that could deceive a reader. */
export const cleanFileName = (typed: string): string => {
  const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replaceAll(UNWANTED, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const characters = [...clean]
  if (characters.length <= MAX_CHARACTERS) return clean || 'file'
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  return characters.slice(0, MAX_CHARACTERS - extension.length).join('') + extension
}
