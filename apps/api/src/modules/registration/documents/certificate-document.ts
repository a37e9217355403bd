import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import { refuse, shanghaiDateOf } from '@market/domain'
import { IP_KINDS, TECHNICAL_FIELDS } from '@market/domain/codes'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES, findRegime } from '@market/domain/regimes'
import type { RegistrationStatus } from '@market/domain/registration'
import { SAMPLE_NOTICE } from '@market/services'
import type { CertificateRecord } from '@market/services/registration'
import { fact, labelled, QUIET_TABLE, yuan } from './words.ts'

type RegisteredContent = CertificateRecord['versions'][number]['content']

const ENTRIES = { registered: '登记', changed: '变更', cancelled: '注销', revoked: '撤销' } as const

const STATUS_WORDS: Record<RegistrationStatus, { zh: string; en: string; void: string | null }> = {
  valid: { zh: '有效', en: 'Valid', void: null },
  changed: { zh: '有效（经变更登记）', en: 'Valid, as changed', void: null },
  cancelled: {
    zh: '已注销，本证明作废',
    en: 'Cancelled: this certificate is void',
    void: '已注销 作废 VOID',
  },
  revoked: { zh: '已撤销，本证明作废', en: 'Revoked: this certificate is void', void: '已撤销 作废 VOID' },
}

interface Printed {
  certificate: CertificateRecord
  /** The public address, with its code. */
  url: string
  /** An earlier version than the one that counts. */
  version?: number | undefined
}

const versionOf = ({ certificate: { versions }, version }: Printed) => {
  const printed = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version)
  if (!printed) throw refuse('not-found', 'certificate.not_found')
  return printed
}

const periodOf = ({ effectiveOn, endsOn }: RegisteredContent): string =>
  endsOn === null ? `${effectiveOn} 起` : `${effectiveOn} 至 ${endsOn}`

const regimeOf = ({ regimeKey }: RegisteredContent): PdfContent => {
  const regime = findRegime(regimeKey)
  if (!regime) return regimeKey
  const { basis, verified } = regime.certificate
  const mark = verified
    ? '条文已核对 Text verified'
    : '条文尚待与官方文本核对 Not yet verified against the official text'
  return { stack: [regime.name.zh, { text: `${basis.zh}；${mark}`, style: 'small' }] }
}

const typeOf = ({ type, subType }: RegisteredContent): string =>
  subType === null
    ? labelled(CONTRACT_TYPES, type)
    : `${labelled(CONTRACT_TYPES, type)} · ${labelled(CONTRACT_SUB_TYPES, subType)}`

const factsOf = ({ certificate: { record } }: Printed, content: RegisteredContent): PdfContent => ({
  layout: QUIET_TABLE,
  table: {
    widths: [150, '*'],
    body: [
      fact('登记编号', 'Registration number', { text: record.number ?? '', bold: true, fontSize: 13 }),
      fact('项目名称', 'Title', content.title),
      fact('合同类型', 'Type', typeOf(content)),
      fact('卖方', 'Seller', content.seller.nameZh),
      fact('买方', 'Buyer', content.buyer.nameZh),
      fact('合同成交额', 'Contract amount', { text: yuan(content.contractAmountFen), bold: true }),
      fact('其中技术交易额', 'Technology amount', { text: yuan(content.technologyAmountFen), bold: true }),
      fact('签订日期', 'Signed on', content.signedOn),
      fact('有效期限', 'In force', periodOf(content)),
      fact('技术领域', 'Technical field', labelled(TECHNICAL_FIELDS, content.technicalField)),
      fact('知识产权', 'Intellectual property', labelled(IP_KINDS, content.ipKind)),
      fact('登记日期', 'Registered on', record.registeredOn ?? ''),
      record.importId === null
        ? fact('登记机构', 'Registered by', content.agency.nameZh)
        : fact('导入机构', 'Imported by', content.agency.nameZh),
      fact('判定依据', 'Judged by', regimeOf(content)),
    ],
  },
})

const historyOf = ({ certificate: { versions } }: Printed): string =>
  versions
    .map(({ version, entry, recordedAt }) => `第${version}版 ${ENTRIES[entry]} ${shanghaiDateOf(recordedAt)}`)
    .join('　')

/** What was registered elsewhere has its certificate from there; this page says no more than what was imported. */
const titleOf = ({ certificate: { record } }: Printed): PdfContent[] =>
  record.importId === null
    ? [
        { text: '技术合同登记证明', style: 'title' },
        { text: 'Certificate of technology contract registration', style: 'subtitle' },
      ]
    : [
        { text: '技术合同登记信息', style: 'title' },
        {
          text: '导入记录，不代替原登记机构出具的登记证明。Imported record: no substitute for its certificate.',
          style: 'subtitle',
        },
      ]

/**
 * The certificate of a registered contract (技术合同登记证明): the version that counts, or an earlier one marked as
 * replaced. What was cancelled or revoked prints void. Refuses with `certificate.not_found` an unknown version.
 */
export const certificateDocument = (printed: Printed): PdfDefinition => {
  const { certificate, url } = printed
  const { content, version } = versionOf(printed)
  const latest = certificate.versions.at(-1) ?? certificate.versions[0]
  const words = STATUS_WORDS[certificate.record.status ?? 'valid']
  const replaced = version < latest.version && words.void === null
  const status = replaced
    ? `第${version}版，已被第${latest.version}版取代 Replaced`
    : `${words.zh} ${words.en}`
  const watermark = words.void ?? (replaced ? '已被取代 REPLACED' : null)
  return {
    title: `技术合同登记证明 ${certificate.record.number}`,
    at: latest.recordedAt,
    language: 'zh-CN',
    footer: `${certificate.record.number} · 第${version}版 · 以扫码核验结果为准 The register decides: scan to verify`,
    ...(watermark === null ? {} : { watermark }),
    content: [
      ...titleOf(printed),
      {
        text: `版本 Version ${version} · ${status}`,
        alignment: 'center',
        margin: [0, 0, 0, 10],
        ...(watermark === null ? {} : { style: 'warning' }),
      },
      factsOf(printed, content),
      {
        margin: [0, 16, 0, 0],
        columnGap: 16,
        columns: [
          { qr: url, fit: 110, eccLevel: 'M', width: 120 },
          {
            stack: [
              { text: '扫描二维码核验本证明的当前状态。', margin: [0, 4, 0, 2] },
              { text: 'Scan to check what the register says today.', style: 'small' },
              { text: historyOf(printed), style: 'small', margin: [0, 10, 0, 0] },
              ...(certificate.sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
            ],
          },
        ],
      },
    ],
  }
}
