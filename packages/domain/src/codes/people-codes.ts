import type { OrganizationKind, OrganizationState, Role } from '../index.ts'
import type { InvitationState } from '../organizations/states.ts'
import type { CodeItem } from './code-list.ts'

export const ORGANIZATION_KIND_NAMES = [
  { code: 'university', zh: '高等院校', en: 'University' },
  { code: 'institute', zh: '科研院所', en: 'Research institute' },
  { code: 'company', zh: '企业', en: 'Company' },
  { code: 'agency', zh: '技术转移机构', en: 'Transfer agency' },
  { code: 'provider', zh: '知识产权服务机构', en: 'Service provider' },
  { code: 'authority', zh: '主管部门', en: 'Authority' },
  { code: 'operator', zh: '平台运营方', en: 'Operator' },
] as const satisfies readonly CodeItem<OrganizationKind>[]

export const ROLE_NAMES = [
  { code: 'owner', zh: '负责人', en: 'Owner' },
  { code: 'editor', zh: '编辑', en: 'Editor' },
  { code: 'negotiator', zh: '洽谈人', en: 'Negotiator' },
  { code: 'signatory', zh: '签署人', en: 'Signatory' },
  { code: 'finance', zh: '财务', en: 'Finance' },
  { code: 'registrar', zh: '登记员', en: 'Registrar' },
  { code: 'reviewer', zh: '审核员', en: 'Reviewer' },
  { code: 'viewer', zh: '查看者', en: 'Viewer' },
] as const satisfies readonly CodeItem<Role>[]

export const ORGANIZATION_STATE_NAMES = [
  { code: 'pending', zh: '待核验', en: 'Awaiting verification' },
  { code: 'verified', zh: '已核验', en: 'Verified' },
  { code: 'rejected', zh: '未通过', en: 'Rejected' },
  { code: 'suspended', zh: '已暂停', en: 'Suspended' },
  { code: 'recorded', zh: '仅见于登记', en: 'Known from the register' },
] as const satisfies readonly CodeItem<OrganizationState>[]

export const INVITATION_STATE_NAMES = [
  { code: 'pending', zh: '待接受', en: 'Pending' },
  { code: 'accepted', zh: '已接受', en: 'Accepted' },
  { code: 'revoked', zh: '已撤回', en: 'Revoked' },
  { code: 'expired', zh: '已过期', en: 'Expired' },
] as const satisfies readonly CodeItem<InvitationState>[]
