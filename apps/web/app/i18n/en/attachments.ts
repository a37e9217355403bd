import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { attachments as source } from '../zh-CN/attachments.ts'

export const attachments: Translation<typeof source> = {
  title: 'Attachments',
  gallery: 'Pictures and video',
  add: 'Add a file',
  file: 'File',
  fileHint: '{{kinds}}; 20 MB each at most, and no more than {{most}} files.',
  full: 'There are {{most}} files, and no more are possible. Remove one to add another.',
  altZh: 'What the picture shows (Chinese)',
  altEn: 'What the picture shows (English, optional)',
  altHint: 'Needed for every picture others see.',
  titleZh: 'Name of the file (Chinese)',
  titleEn: 'Name of the file (English, optional)',
  visibility: 'Who may open it',
  upload: 'Upload',
  remove: 'Remove',
  removeNow: 'Yes, remove it',
  removeNamed: 'Yes, remove the file "{{title}}"',
}
