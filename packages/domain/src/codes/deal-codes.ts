import type { CodeOf } from './code-list.ts'

/** Why an owner declines a request: eight classes both sides learn from. */
export const DECLINE_REASONS = [
  { code: 'too_early', zh: '技术尚不成熟', en: 'Too early' },
  { code: 'benefit_unclear', zh: '相对现有技术的优势不清楚', en: 'Benefit over existing unclear' },
  { code: 'commercial_route_unclear', zh: '商业化路径不清楚', en: 'Commercial route unclear' },
  { code: 'description_unclear', zh: '描述不清楚', en: 'Description unclear' },
  { code: 'scientific_doubts', zh: '对科学依据有疑问', en: 'Scientific doubts' },
  { code: 'price_or_terms', zh: '价格或条件不合', en: 'Price or terms' },
  { code: 'not_our_field_now', zh: '目前不属于我方方向', en: 'Not our field now' },
  { code: 'other', zh: '其他（请说明）', en: 'Other (with words)' },
] as const
export type DeclineReason = CodeOf<typeof DECLINE_REASONS>

/** How an applicant came to know of what it asks for. */
export const LEARNED_FROM = [
  { code: 'search', zh: '在本市场检索', en: 'Searching this market' },
  { code: 'alert', zh: '本市场的订阅提醒', en: 'An alert of this market' },
  { code: 'agency', zh: '技术转移机构推荐', en: 'A transfer agency' },
  { code: 'inventor', zh: '发明人或熟人介绍', en: 'The inventors, or somebody we know' },
  { code: 'event', zh: '展会、路演或对接会', en: 'A fair, pitch or matchmaking event' },
  { code: 'publication', zh: '论文、专利文献或媒体', en: 'A paper, a patent document or the press' },
  { code: 'other', zh: '其他（请说明）', en: 'Other (with words)' },
] as const
export type LearnedFrom = CodeOf<typeof LEARNED_FROM>

/** Why a reviewer returns a listing. */
/** Parts of a listing that a reviewer's reason may be about. */
export const LISTING_PARTS = [
  { code: 'title', zh: '名称', en: 'Title' },
  { code: 'summary', zh: '简介', en: 'Summary' },
  { code: 'problem', zh: '解决的问题', en: 'Problem' },
  { code: 'advantage', zh: '优势', en: 'Advantage' },
  { code: 'applications', zh: '应用领域', en: 'Applications' },
  { code: 'comparison', zh: '经济性对比', en: 'Economic comparison' },
  { code: 'maturityEvidence', zh: '成熟度依据', en: 'Evidence of maturity' },
  { code: 'classification', zh: '分类', en: 'Classification' },
  { code: 'rights', zh: '知识产权', en: 'Rights' },
  { code: 'terms', zh: '转化方式与价格', en: 'Terms' },
  { code: 'attachments', zh: '图片与附件', en: 'Pictures and files' },
] as const
export type ListingPart = CodeOf<typeof LISTING_PARTS>

export const LISTING_RETURN_REASONS = [
  { code: 'right_not_proven', zh: '权属证明不足', en: 'Ownership not proven' },
  { code: 'number_mismatch', zh: '权利号与内容不符', en: 'Number does not match the content' },
  { code: 'description_unclear', zh: '描述不清楚', en: 'Description unclear' },
  {
    code: 'translation_incomplete',
    zh: '中英文内容不一致或不完整',
    en: 'The two languages differ or are incomplete',
  },
  { code: 'classification_wrong', zh: '分类不正确', en: 'Classification wrong' },
  { code: 'maturity_unsupported', zh: '成熟度缺少依据', en: 'Maturity not supported by evidence' },
  { code: 'confidential_content', zh: '含不宜公开的内容', en: 'Contains content not fit for publication' },
  { code: 'advertising', zh: '含广告性用语', en: 'Advertising language' },
  { code: 'other', zh: '其他（请说明）', en: 'Other (with words)' },
] as const
export type ListingReturnReason = CodeOf<typeof LISTING_RETURN_REASONS>
