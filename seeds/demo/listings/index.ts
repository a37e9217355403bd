import { AGRICULTURE_LISTINGS } from './agriculture.ts'
import { BIOMEDICINE_LISTINGS } from './biomedicine.ts'
import { ELECTRONICS_LISTINGS } from './electronics.ts'
import { ENERGY_LISTINGS } from './energy.ts'
import { ENVIRONMENT_LISTINGS } from './environment.ts'
import { EQUIPMENT_LISTINGS } from './equipment.ts'
import { FOOD_LISTINGS } from './food.ts'
import type { DemoListing } from './listing.ts'
import { MATERIALS_LISTINGS } from './materials.ts'
import { SERVICE_LISTINGS } from './services.ts'
import { TRADITIONAL_LISTINGS } from './traditional.ts'

export type { DemoListing, DemoRight } from './listing.ts'

export const DEMO_LISTINGS: readonly DemoListing[] = [
  ...EQUIPMENT_LISTINGS,
  ...ELECTRONICS_LISTINGS,
  ...BIOMEDICINE_LISTINGS,
  ...ENVIRONMENT_LISTINGS,
  ...ENERGY_LISTINGS,
  ...MATERIALS_LISTINGS,
  ...AGRICULTURE_LISTINGS,
  ...FOOD_LISTINGS,
  ...TRADITIONAL_LISTINGS,
  ...SERVICE_LISTINGS,
]
