import { ADVANCED_EQUIPMENT } from './advanced-equipment.ts'
import { BIOMEDICINE } from './biomedicine.ts'
import { BUILDING_MATERIALS } from './building-materials.ts'
import { CHEMICALS } from './chemicals.ts'
import { ELECTRONICS_INFORMATION } from './electronics-information.ts'
import { ENERGY_SAVING_ENVIRONMENT } from './energy-saving-environment.ts'
import { FOOD } from './food.ts'
import { MODERN_AGRICULTURE } from './modern-agriculture.ts'
import { NEW_ENERGY } from './new-energy.ts'
import { NEW_MATERIALS } from './new-materials.ts'
import { PAPER_AND_TEXTILES } from './paper-and-textiles.ts'
import { PRODUCER_SERVICES } from './producer-services.ts'

/** One idea in all its words, Chinese and English. */
export interface TermGroup {
  zh: readonly string[]
  en: readonly string[]
}

const split = (side: string): string[] => side.split('/').map((word) => word.trim())

const read = (line: string): TermGroup => {
  const [zh = '', en = ''] = line.split(' = ')
  return { zh: split(zh), en: split(en) }
}

/** The plan's industries in both languages, written by us: what one side is called the other side finds. */
export const TERM_GROUPS: readonly TermGroup[] = [
  ...ELECTRONICS_INFORMATION,
  ...ADVANCED_EQUIPMENT,
  ...BIOMEDICINE,
  ...ENERGY_SAVING_ENVIRONMENT,
  ...NEW_MATERIALS,
  ...NEW_ENERGY,
  ...PRODUCER_SERVICES,
  ...FOOD,
  ...CHEMICALS,
  ...BUILDING_MATERIALS,
  ...PAPER_AND_TEXTILES,
  ...MODERN_AGRICULTURE,
].map(read)
