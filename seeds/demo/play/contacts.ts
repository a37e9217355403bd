import { setContact } from '@market/services/listings'
import { createContact } from '@market/services/organizations'
import { DEMO_LISTINGS } from '../listings/index.ts'
import type { Stage } from './stage.ts'

const OFFICE = {
  nameZh: '技术转移办公室',
  nameEn: 'Technology transfer office',
  dutyZh: '许可与转让咨询',
  dutyEn: 'Licences and assignments',
  email: 'transfer@example.com',
  phone: '0771 000 0000',
  visibility: 'public' as const,
}

/** Every owner names an office, and its listings point there. */
export const nameContacts = async (stage: Stage): Promise<void> => {
  const owners = [...new Set(DEMO_LISTINGS.map(({ owner }) => owner))]
  for (const owner of owners) {
    const editor = stage.member(owner, 'editor')
    const { id: contactId } = await createContact(editor, OFFICE)
    for (const { key } of DEMO_LISTINGS.filter((listing) => listing.owner === owner)) {
      await setContact(editor, { id: stage.idOf(`listing ${key}`), contactId })
    }
  }
}
