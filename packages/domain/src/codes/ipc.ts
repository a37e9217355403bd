import type { CodeItem } from './code-list.ts'
import { SECTION_A } from './ipc/section-a.ts'
import { SECTION_B } from './ipc/section-b.ts'
import { SECTION_C } from './ipc/section-c.ts'
import { SECTION_D } from './ipc/section-d.ts'
import { SECTION_E } from './ipc/section-e.ts'
import { SECTION_F } from './ipc/section-f.ts'
import { SECTION_G } from './ipc/section-g.ts'
import { SECTION_H } from './ipc/section-h.ts'

export interface IpcEntry extends CodeItem {
  level: 'section' | 'class' | 'subclass'
}

const LEVEL_BY_LENGTH: Readonly<Record<number, IpcEntry['level']>> = { 1: 'section', 3: 'class' }

/**
 * Sections, classes and subclasses of the International Patent Classification, edition 2026.01. The titles are
 * short names of ours, not the scheme's wording.
 */
export const IPC_ENTRIES: readonly IpcEntry[] = [
  ...SECTION_A,
  ...SECTION_B,
  ...SECTION_C,
  ...SECTION_D,
  ...SECTION_E,
  ...SECTION_F,
  ...SECTION_G,
  ...SECTION_H,
].map(([code, zh, en]) => ({ code, zh, en, level: LEVEL_BY_LENGTH[code.length] ?? 'subclass' }))

const BY_CODE = new Map(IPC_ENTRIES.map((entry) => [entry.code, entry]))

/** The nearest known heading of a symbol: 'A01H 5/00' finds subclass A01H; undefined outside the scheme. */
export const ipcHeading = (symbol: string): IpcEntry | undefined => {
  const compact = symbol.replace(/\s/g, '').toUpperCase()
  return BY_CODE.get(compact) ?? BY_CODE.get(compact.slice(0, 4))
}
