import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { editing as source } from '../zh-CN/editing.ts'

export const editing: Translation<typeof source> = {
  saving: 'Saving…',
  dirty: 'Changed; saves itself when you pause',
  saved: 'Saved',
  blocked: 'Not saved: somebody else has just saved it. Please choose first which text to keep.',
  failed: 'Not saved yet; what you wrote is still here.',
  partly: 'All but the entries in red was saved',
  conflict: {
    title: 'Somebody else has just saved this text',
    text: 'What you wrote is all still here, but it was not saved over theirs. Look at their text first, then choose which one to keep.',
    theirs: 'See their text',
    mine: 'Save mine over it',
    reload: 'Drop mine and reload',
  },
}
