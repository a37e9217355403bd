import { randomBytes } from 'node:crypto'
import { createPagePrinter, createPdfRenderer } from '@market/adapters/documents'
import { createPictureMaker } from '@market/adapters/pictures'
import type { FileStorage } from '@market/adapters/storage'
import { createVideoReader } from '@market/adapters/videos'
import type { Database } from '@market/database'
import type { Actor, CalendarDate, Role } from '@market/domain'
import type { FilePurpose } from '@market/domain/codes'
import { createSeals, type ServiceContext, systemIds, systemSecrets } from '@market/services'
import { type FileRecord, type FileTools, storeFile } from '@market/services/files'
import { samplePdf } from './sample-pdf.ts'

/** One thing that somebody does on a written day. */
export interface Step {
  on: CalendarDate
  /** Orders the steps of a day; minutes after nine. */
  minute: number
  run(): Promise<unknown>
}

interface StagePlace {
  db: Database
  storage: FileStorage
}

/** Who takes part and what has been made so far; the clock stands where the play has come to. */
export class Stage {
  readonly #place: StagePlace
  readonly #seals = createSeals(randomBytes(32).toString('hex'))
  readonly #members = new Map<string, Actor[]>()
  readonly #ids = new Map<string, string>()
  #now = new Date(0)
  /** One printer for all, for it reads its fonts once. */
  readonly printPages = createPagePrinter(createPdfRenderer())

  constructor(place: StagePlace) {
    this.#place = place
  }

  get db(): Database {
    return this.#place.db
  }

  /** Time only goes forward, even where a drawn-together calendar puts many days on one. */
  moveTo(instant: Date): void {
    if (instant > this.#now) this.#now = instant
  }

  now(): Date {
    return this.#now
  }

  as(actor: Actor | null): ServiceContext {
    return {
      db: this.#place.db,
      clock: { now: () => this.#now },
      ids: systemIds,
      secrets: systemSecrets,
      seals: this.#seals,
      actor,
      requestId: 'demo',
      locale: 'zh-CN',
    }
  }

  /** The member of an organization who holds a role by name, else its owner. */
  member(organization: string, role: Role): ServiceContext {
    const members = this.#members.get(organization) ?? []
    const actor = members.find(({ roles }) => roles.includes(role)) ?? members[0]
    if (!actor) throw new Error(`Nobody of ${organization} is on the stage.`)
    return this.as(actor)
  }

  enter(organization: string, actor: Actor): void {
    this.#members.set(organization, [...(this.#members.get(organization) ?? []), actor])
  }

  /** Members speak for a verified organization from now on. */
  verified(organization: string): void {
    const members = this.#members.get(organization) ?? []
    this.#members.set(
      organization,
      members.map((actor) => ({ ...actor, organizationState: 'verified' })),
    )
  }

  /** What keeps bytes: for verbs that store more than an upload. */
  get files(): FileTools {
    return { storage: this.#place.storage, pictures: createPictureMaker(), videos: createVideoReader() }
  }

  remember(key: string, id: string): void {
    this.#ids.set(key, id)
  }

  has(key: string): boolean {
    return this.#ids.has(key)
  }

  idOf(key: string): string {
    const id = this.#ids.get(key)
    if (!id) throw new Error(`There is no ${key} yet.`)
    return id
  }

  uploadBytes(context: ServiceContext, name: string, bytes: Uint8Array): Promise<FileRecord> {
    async function* content() {
      yield bytes
    }
    return storeFile(context, this.files, { name, purpose: 'listing_attachment', content: content() })
  }

  upload(context: ServiceContext, name: string, purpose: FilePurpose, line: string): Promise<FileRecord> {
    async function* content() {
      yield samplePdf(line)
    }
    return storeFile(context, this.files, { name, purpose, content: content() })
  }
}
