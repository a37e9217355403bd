import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import type { ConfirmationMethod } from '@market/domain/identity'
import { SAMPLE_NOTICE } from '@market/services'
import { type SigningEvidence, textDocument } from '@market/services/contracts'
import { fact, QUIET_TABLE } from '../registration/documents/words.ts'

type Signature = SigningEvidence['signatures'][number]

const SIDES = { seller: '乙方（卖方） Party B', buyer: '甲方（买方） Party A' } as const

const FACTORS: Readonly<Record<ConfirmationMethod, string>> = {
  authenticator: '密码和动态验证码 Password and authenticator code',
  passkey: '通行密钥 Passkey',
  recovery: '密码和恢复码 Password and recovery code',
  mail: '密码和邮件一次性验证码 Password and one-time code by mail',
}

const methodOf = ({ method, confirmationMethod }: Signature): string => {
  const how = method === 'electronic' ? '平台电子签署 Signed on the market' : '盖章扫描件 Sealed scan'
  return confirmationMethod === null ? how : `${how}；${FACTORS[confirmationMethod]}`
}

/** The instant as a clock in Shanghai shows it. */
const shanghaiTime = (at: Date): string =>
  `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} (UTC+8)`

const signatureTable = (signature: Signature): PdfContent => ({
  layout: QUIET_TABLE,
  margin: [0, 0, 0, 14],
  unbreakable: true,
  table: {
    widths: [130, '*'],
    body: [
      fact(
        '签署方',
        'Party',
        `${SIDES[signature.side]}　${signature.organizationZh} ${signature.organizationEn}`,
      ),
      fact('签署人', 'Signatory', `${signature.name}（签署人 signatory）`),
      fact('时间', 'Time', shanghaiTime(signature.at)),
      fact('方式', 'Method', methodOf(signature)),
      fact('文件摘要', 'SHA-256', { text: signature.sha256, fontSize: 8 }),
      fact(
        '审计链位置',
        'Audit chain',
        signature.auditPosition === null
          ? '—'
          : { text: `${signature.auditPosition}　${signature.auditHash}`, fontSize: 8 },
      ),
    ],
  },
})

const pageRows = (hashes: readonly string[]): PdfContent[] =>
  hashes.map((hash, at) => ({ text: `${at + 1}　${hash}`, fontSize: 7 }))

const evidence = ({ title, text, signatures }: SigningEvidence): PdfContent[] => {
  const pages = signatures.find(({ pageHashes }) => pageHashes !== null)?.pageHashes ?? []
  return [
    { text: '签署证据', style: 'title', ...(text === null ? {} : { pageBreak: 'before' as const }) },
    { text: `Evidence of signing　${title}`, style: 'subtitle' },
    ...signatures.map(signatureTable),
    ...(text === null
      ? []
      : [
          { text: '文本摘要 SHA-256 of the text', style: 'heading' },
          { text: `v${text.version}　${text.sha256}`, fontSize: 8 },
          { text: '各页摘要 SHA-256 of the pages', style: 'heading' },
          ...pageRows(pages),
        ]),
    {
      text: '文件摘要是签署时存证的文本页（不含本证据页）的摘要；审计链可由平台逐条校验。The file hash is that of the pages as signed, without this page; the audit chain can be verified entry by entry.',
      style: 'small',
      margin: [0, 12, 0, 0],
    },
  ]
}

/** The signed text with the evidence after it; for a contract signed on paper the evidence alone. */
export const evidenceDocument = (found: SigningEvidence): PdfDefinition => {
  const { contractId, title, text, sample, signatures } = found
  const at = new Date(Math.max(...signatures.map((signature) => signature.at.getTime())))
  const body = text === null ? null : textDocument(text, { draft: false })
  const before = body === null ? [] : [body.content]
  return {
    title,
    at,
    language: 'zh-CN',
    footer: body?.footer ?? contractId,
    content: [...before, ...evidence(found), ...(sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : [])],
  }
}
