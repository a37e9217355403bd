import type { Database } from '@market/database'
import { files } from '@market/database/schema'
import { systemIds } from '../../index.ts'
import type { CreateListingInput } from '../index.ts'

/** A granted patent with everything a reviewer asks for. */
export const completeListing = (changes: Partial<CreateListingInput> = {}): CreateListingInput => ({
  kind: 'granted_patent',
  titleZh: '甘蔗渣基重金属吸附材料',
  titleEn: 'Heavy-metal adsorbent from sugar cane bagasse',
  summaryZh: '以甘蔗渣为原料的吸附材料，可再生十次以上。',
  summaryEn: 'An adsorbent made from bagasse that can be regenerated more than ten times.',
  problemZh: '电镀废水处理成本高。',
  advantageZh: '成本较活性炭低四成。',
  applicationsZh: '电镀、冶炼废水。',
  maturityLevel: 6,
  maturityEvidenceZh: '每日五吨的中试记录。',
  ipcSymbols: ['b01j20/24'],
  technicalField: '07',
  planIndustry: 'energy_saving_environment',
  industryClass: '46',
  transferModes: ['ordinary_licence', 'exclusive_licence'],
  priceMode: 'fixed',
  priceFen: 30_000_000,
  regionCode: '450100',
  rights: [patentRight()],
  ...changes,
})

export const patentRight = (number = 'ZL 2023 1 0000001.5') => ({
  kind: 'invention_patent' as const,
  number,
  title: '一种甘蔗渣基吸附材料及其制备方法',
  ownerNames: ['示例大学'],
  inventorNames: ['韦一', '黄二'],
  filedOn: '2023-01-03',
  grantedOn: '2025-02-11',
  legalStatus: 'in_force' as const,
})

/** The record of an uploaded file, without bytes behind it. */
export const makeFile = async (
  db: Database,
  owner: { userId: string; organizationId: string },
  purpose: (typeof files.$inferInsert)['purpose'] = 'listing_attachment',
  mediaType = 'application/pdf',
): Promise<string> => {
  const id = systemIds.next()
  await db.insert(files).values({
    id,
    organizationId: owner.organizationId,
    purpose,
    name: '检测报告.pdf',
    mediaType,
    sizeBytes: 1000,
    sha256: 'a'.repeat(64),
    storageKey: `files/${id}`,
    createdBy: owner.userId,
    createdAt: new Date('2026-01-05T02:00:00Z'),
  })
  return id
}
