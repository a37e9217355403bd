import { buffer } from 'node:stream/consumers'
import { createTableFiles } from '@market/adapters/tables'
import type { Database } from '@market/database'
import type { Actor } from '@market/domain'
import { type ImportRow, importHeader, writeImportRow } from '@market/domain/registration'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import {
  acceptRegistration,
  checkImport,
  commitImport,
  createImport,
  fileRegistration,
  getImport,
  registerContract,
  runImport,
  sendToReview,
  submitRegistration,
} from '../../registration/index.ts'
import { makeOffice, type Office } from '../../registration/testing/index.ts'
import { makeActor, makeMember } from '../../testing/index.ts'
import type { Kind } from './history-model.ts'

const LARGE_FEN = 500_000_000
const REGIONS = ['450103', '450110', '450203'] as const
const tables = createTableFiles()
const reason = '随机'

/** Three agencies of two cities on one clock, and the authority. */
export interface City {
  db: Database
  clock: FixedClock
  offices: Office[]
  finance: Actor[]
  authority: Actor
}

export const makeCity = async (db: Database): Promise<City> => {
  const clock = fixedClock('2026-03-02T02:00:00Z')
  const offices: Office[] = []
  const finance: Actor[] = []
  for (const region of REGIONS) {
    const office = await makeOffice(db, clock, region)
    offices.push(office)
    finance.push(await makeMember(db, office.seller.organizationId, ['finance']))
  }
  const authority = await makeActor(db, 'authority', ['reviewer', 'viewer'])
  return { db, clock, offices, finance, authority }
}

export const officeOf = ({ offices }: City, pick: number): { office: Office; index: number } => {
  const index = pick % offices.length
  const office = offices[index]
  if (!office) throw new Error('A city has offices.')
  return { office, index }
}

export interface Deal {
  kind: Kind
  contractAmountFen: number
  technologyAmountFen: number
  buyerRegion: string
  field: '01' | '05' | '09'
}

/** From the signed contract to the number; a large one passes two people. */
export const registerDeal = async (city: City, pick: number, deal: Deal) => {
  const { kind, buyerRegion: _region, field: _field, ...amounts } = deal
  const contract = { ...amounts, type: kind.type, subType: kind.subType }
  return registerSigned(city, pick, deal, await officeOf(city, pick).office.contract(contract))
}

/** The same of a contract that is signed already, and entrusted to the office. */
export const registerSigned = async (
  city: City,
  pick: number,
  { buyerRegion: buyerRegionCode, field: technicalField, ...deal }: Deal,
  contractId: string,
) => {
  const { office, index } = officeOf(city, pick)
  const sellerRegionCode = REGIONS[index] ?? ''
  const facts = { sellerRegionCode, buyerRegionCode, technicalField, planIndustry: 'new_materials' as const }
  const { id } = await fileRegistration(office.as(office.filer), { contractId, ...facts })
  await submitRegistration(office.as(office.filer), id)
  await acceptRegistration(office.as(office.registrar), id)
  const large = deal.technologyAmountFen >= LARGE_FEN
  if (large) await sendToReview(office.as(office.registrar), id)
  const decider = large ? office.secondRegistrar : office.registrar
  const record = await registerContract(office.as(decider), id)
  return { record, contractId, index, sellerRegion: sellerRegionCode, large }
}

export type Registered = Awaited<ReturnType<typeof registerSigned>>

/** A file of rows through check, commit and worker; what the check found when it was not clean. */
export const importRows = async (city: City, pick: number, rows: readonly ImportRow[]) => {
  const { office } = officeOf(city, pick)
  const actor = office.as(office.registrar)
  const worker = { ...office.as(null), tables }
  const lines = async function* () {
    yield importHeader()
    for (const row of rows) yield writeImportRow(row)
  }
  const content = await buffer(tables.write(lines(), 'csv'))
  const { id } = await createImport(actor, { fileName: '旧.csv', format: 'csv', content, source: reason })
  await checkImport(worker, id)
  const checked = (await getImport(actor, id)).record
  if (checked.errorCount > 0) return { id, checked, actor }
  await commitImport(actor, id)
  await runImport(worker, id)
  return { id, checked: (await getImport(actor, id)).record, actor }
}
