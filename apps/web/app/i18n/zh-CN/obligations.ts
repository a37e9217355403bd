/** What is to be done after signing, and how a contract ends. */
export const obligations = {
  title: '履行事项',
  lead: '付款、年费和登记随平台记录自动更新；其余事项办完后由任一方标记。临近期限时提醒负责的一方。',
  state: { open: '待办', overdue: '已逾期', done: '已完成' },
  due: '期限',
  noDay: '没有固定期限',
  periodTo: '截至 {{day}} 的一期',
  days: '{{days}} 天',
  toPayments: '查看收付款',
  toRegistration: '查看登记',
  mark: '标记完成',
  doneOn: '完成日期',
  note: '说明（备案号、文件名称等）',
  markNow: '标记完成',
  end: { performed: '声明履行完毕', terminated: '声明解除' },
  endExplain: {
    performed: '双方声明同一日期后，合同转为“已履行”。',
    terminated: '双方声明同一日期后，合同解除，所授许可同日终止。不影响已经发生的付款义务。',
  },
  endedOn: '日期',
  reason: '说明',
  endCheck: '我有权代表本机构作出声明。',
  endNow: '作出声明',
  declared: {
    performed: '{{organization}}声明合同于 {{day}} 履行完毕。',
    terminated: '{{organization}}声明合同于 {{day}} 解除：',
  },
} as const
