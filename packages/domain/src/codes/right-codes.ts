import type { CodeOf } from './code-list.ts'

/** What the patent register enters about a right (implementing rules 2023, rule 106), and what its owner keeps beside it. */
export const RIGHT_EVENT_KINDS = [
  { code: 'grant', zh: '授权', en: 'Granted' },
  { code: 'transfer', zh: '权利转移登记', en: 'Transfer registered' },
  { code: 'owner_change', zh: '权利人名称等变更', en: 'Owner’s particulars changed' },
  { code: 'pledge', zh: '质押登记', en: 'Pledge registered' },
  { code: 'pledge_release', zh: '质押解除', en: 'Pledge released' },
  { code: 'preservation', zh: '保全', en: 'Preservation ordered' },
  { code: 'preservation_release', zh: '保全解除', en: 'Preservation lifted' },
  { code: 'licence_filing', zh: '实施许可备案', en: 'Licence filed' },
  { code: 'invalidation', zh: '宣告全部无效', en: 'Declared wholly invalid' },
  { code: 'termination', zh: '权利终止', en: 'Terminated' },
  { code: 'restoration', zh: '权利恢复', en: 'Restored' },
  { code: 'term_compensation', zh: '期限补偿', en: 'Term compensated' },
  { code: 'open_licence', zh: '开放许可声明公告', en: 'Open licence declared' },
  { code: 'open_licence_withdrawal', zh: '开放许可声明撤回', en: 'Open licence withdrawn' },
  { code: 'compulsory_licence', zh: '强制许可', en: 'Compulsory licence' },
  { code: 'fee_paid', zh: '年费缴纳', en: 'Annual fee paid' },
  { code: 'note', zh: '更正说明', en: 'Correction without effect' },
] as const
export type RightEventKind = CodeOf<typeof RIGHT_EVENT_KINDS>

/** Where somebody read what they enter. */
export const RIGHT_SOURCES = [
  { code: 'patent_register', zh: '专利登记簿副本', en: 'Extract of the patent register' },
  { code: 'gazette', zh: '专利公报', en: 'Patent gazette' },
  { code: 'office_notice', zh: '主管部门通知书', en: 'Notice of the office' },
  { code: 'court', zh: '法院文书', en: 'Court document' },
  { code: 'fee_receipt', zh: '缴费凭证', en: 'Receipt of payment' },
  { code: 'owner', zh: '权利人陈述', en: 'The owner’s statement' },
] as const
export type RightSource = CodeOf<typeof RIGHT_SOURCES>

/** Kinds of licence by the Supreme Court's interpretation art. 25; an open one is declared to everybody. */
export const LICENCE_KINDS = [
  { code: 'exclusive', zh: '独占许可', en: 'Exclusive licence' },
  { code: 'sole', zh: '排他许可', en: 'Sole licence' },
  { code: 'ordinary', zh: '普通许可', en: 'Ordinary licence' },
  { code: 'open', zh: '开放许可', en: 'Open licence' },
] as const
export type LicenceKind = CodeOf<typeof LICENCE_KINDS>

/** Why a right no longer protects. */
export const RIGHT_ENDINGS = [
  { code: 'expired', zh: '保护期届满', en: 'The term of protection has run out' },
  { code: 'terminated', zh: '权利终止', en: 'The right was terminated' },
  {
    code: 'fee_missed',
    zh: '宽限期内未缴年费',
    en: 'The annual fee was not paid within the period of grace',
  },
  { code: 'invalidated', zh: '被宣告无效', en: 'The right was declared invalid' },
] as const
export type RightEnding = CodeOf<typeof RIGHT_ENDINGS>

/** Whose agreement a deal needs beside the seller's. */
export const CONSENT_KINDS = [
  { code: 'co_owner', zh: '共有人同意', en: 'Consent of the co-owner' },
  { code: 'pledgee', zh: '质权人同意', en: 'Consent of the pledgee' },
] as const
export type ConsentKind = CodeOf<typeof CONSENT_KINDS>
