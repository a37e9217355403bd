import { amendmentMovedZh } from './amendments.ts'
import { countOf, type DueAmount, type Letters, type Todo } from './letters.ts'

const said = (label: string, words: string): string[] => (words === '' ? [] : [`${label}：${words}`])
const listed = (items: readonly string[]): string => items.map((item) => `· ${item}`).join('\n')

const owed = ({ line, amount, dueOn, reference }: DueAmount): string =>
  `${line}：${amount}，${dueOn === '' ? '收款方通知后支付' : `应于 ${dueOn} 前支付`}，转账请注明 ${reference}`

const todoLine = ({ reason, words, remedy }: Todo, index: number): string =>
  [`${index + 1}. ${reason}${words === '' ? '' : `：${words}`}`, `   办法：${remedy}`].join('\n')

export const LETTERS_ZH: Letters = {
  greeting: (name) => `${name}，您好：`,
  signature: '技术市场\n（本邮件由系统自动发出，请勿直接回复。）',

  waysOut: ({ kind, settingsUrl, unsubscribeUrl }) =>
    [
      kind === null ? '您选择了每天汇总接收这些通知。' : `您选择了随时接收“${kind}”类邮件。`,
      `调整接收方式：${settingsUrl}`,
      `${kind === null ? '不再接收每日汇总' : '不再接收这类邮件'}：${unsubscribeUrl}`,
    ].join('\n'),
  digest: ({ day, groups, more }) => ({
    subject: `${day} 通知汇总：${countOf(groups) + more} 条`,
    paragraphs: [
      ...groups.map(({ kind, lines }) =>
        [`【${kind}】`, ...lines.map(({ title, url }) => `· ${title}\n  ${url}`)].join('\n'),
      ),
      ...(more > 0 ? [`另有 ${more} 条未列出。`] : []),
    ],
    linkLabel: '查看全部通知',
  }),

  passwordReset: ({ minutes }) => ({
    subject: '重置您的登录密码',
    paragraphs: [
      '我们收到了重置您账户密码的申请。',
      `请在 ${minutes} 分钟内打开下面的链接设置新密码，链接只能使用一次。`,
      '如果不是您本人提出的，请忽略本邮件，您的密码不会改变。',
    ],
    linkLabel: '设置新密码',
  }),
  confirmationCode: ({ code, minutes }) => ({
    subject: `确认码 ${code}`,
    paragraphs: [
      `您的一次性确认码：${code}`,
      `${minutes} 分钟内有效，只能使用一次。请不要告诉任何人，平台工作人员也不会向您索要。`,
      '如果不是您本人在操作，请立即修改密码。',
    ],
    linkLabel: '输入确认码',
  }),
  secondFactorChanged: ({ added }) => ({
    subject: added ? '您的账户新增了验证方式' : '您的账户移除了一种验证方式',
    paragraphs: [
      added ? '刚刚有人为您的账户新增了验证器或通行密钥。' : '刚刚有人移除了您账户的一个验证器或通行密钥。',
      '如果不是您本人操作，请立即修改密码，并检查账户安全设置。',
    ],
    linkLabel: '查看账户安全',
  }),
  invitation: ({ organization, inviter, roles, expiresOn }) => ({
    subject: `邀请您加入${organization}`,
    paragraphs: [
      `${inviter}邀请您加入${organization}，角色：${roles.join('、')}。`,
      `请在 ${expiresOn} 前用本邮箱注册或登录后打开下面的链接接受邀请。`,
    ],
    linkLabel: '接受邀请',
  }),
  organizationVerified: ({ organization }) => ({
    subject: `${organization}已通过核验`,
    paragraphs: [`${organization}已通过平台核验，现在可以发布成果、提出许可意向或申请登记。`],
    linkLabel: '进入工作台',
  }),
  organizationRejected: ({ organization, reason }) => ({
    subject: `${organization}未通过核验`,
    paragraphs: [
      `${organization}的核验申请未获通过。`,
      ...said('原因', reason),
      '更正资料后可以重新提交核验。',
    ],
    linkLabel: '查看并更正',
  }),
  organizationSuspended: ({ organization, reason }) => ({
    subject: `${organization}已被暂停`,
    paragraphs: [
      `${organization}已被平台暂停，暂停期间不能发布成果、提出意向或申请登记，已有记录不受影响。`,
      ...said('原因', reason),
    ],
    linkLabel: '查看机构',
  }),
  listingReturned: ({ listing, reasons }) => ({
    subject: `“${listing}”需要修改`,
    paragraphs: [`“${listing}”经审核需要修改，原因如下：`, listed(reasons), '修改后可以再次提交审核。'],
    linkLabel: '修改成果',
  }),
  listingPublished: ({ listing, version }) => ({
    subject: `“${listing}”已发布`,
    paragraphs: [
      version === 1
        ? `“${listing}”已通过审核并公开发布，企业可以检索到并提出许可意向。`
        : `“${listing}”的修改已通过审核，公开内容更新为第 ${version} 版。`,
    ],
    linkLabel: '查看公开页面',
  }),
  listingFrozen: ({ listing, right, reason, reader }) => ({
    subject: `“${listing}”已暂停接受意向`,
    paragraphs: [
      `“${listing}”所含权利 ${right}：${reason}，该成果已自动暂停，不再接受新的意向，也不能就其签订许可或转让合同。`,
      {
        owner:
          '如有误或权利已恢复，请在“权利”页面登记事件并注明来源，系统会立即解除暂停；也可以修改成果，去掉这项权利后重新提交审核。',
        requester: '贵方正在洽谈这项成果，请与持有方核实后再决定是否继续。',
        keeper: '您收藏了这项成果，恢复接受意向时会再通知您。',
      }[reader],
    ],
    linkLabel: { owner: '查看权利', requester: '查看意向', keeper: '查看成果' }[reader],
  }),
  listingThawed: ({ listing, reader }) => ({
    subject: `“${listing}”恢复接受意向`,
    paragraphs: [
      `“${listing}”所含权利现已全部有效，该成果恢复公开洽谈。`,
      ...(reader === 'requester' ? ['贵方可以继续洽谈。'] : []),
    ],
    linkLabel: reader === 'requester' ? '查看意向' : '查看成果',
  }),
  rightFeeDue: ({ right, patentYear, dueOn, graceEndsOn, surchargePercent, late }) => ({
    subject: late ? `年费已逾期：${right}` : `年费即将到期：${right}`,
    paragraphs: [
      late
        ? `${right} 第 ${patentYear} 年度年费应于 ${dueOn} 前缴纳，现已逾期，滞纳金为年费的 ${surchargePercent}%；宽限期至 ${graceEndsOn}，届时未缴专利权将终止，含有它的成果会自动暂停。`
        : `${right} 第 ${patentYear} 年度年费应于 ${dueOn} 前缴纳。`,
      '缴费后请在权利页面登记缴费。',
    ],
    linkLabel: '查看权利',
  }),
  needReturned: ({ need, reasons }) => ({
    subject: `技术需求“${need}”需要修改`,
    paragraphs: [`“${need}”经审核需要修改，原因如下：`, listed(reasons), '修改后可以再次提交审核。'],
    linkLabel: '修改需求',
  }),
  needPublished: ({ need }) => ({
    subject: `技术需求“${need}”已发布`,
    paragraphs: [`“${need}”已通过审核并发布。匹配的成果和收到的应答都在工作台里。`],
    linkLabel: '查看匹配的成果',
  }),
  needExpiring: ({ need, deadlineOn }) => ({
    subject: `技术需求“${need}”即将到期`,
    paragraphs: [`“${need}”将于 ${deadlineOn} 到期，到期后不再接受应答。如仍需要，请修改期限后提交审核。`],
    linkLabel: '修改需求',
  }),
  needExpired: ({ need }) => ({
    subject: `技术需求“${need}”已到期`,
    paragraphs: [`“${need}”已到期关闭，不再接受应答。已有记录不受影响。`],
    linkLabel: '查看需求',
  }),
  needDigest: ({ needs }) => ({
    subject: `${needs.length} 项新的技术需求与您的成果相符`,
    paragraphs: ['以下企业需求与贵机构的成果相符：', listed(needs)],
    linkLabel: '查看相符的需求',
  }),
  needListingFound: ({ need, listing, organization }) => ({
    subject: `有新成果与您的需求“${need}”相符`,
    paragraphs: [`${organization}发布了“${listing}”，与您的技术需求“${need}”相符。`],
    linkLabel: '查看相符的成果和理由',
  }),
  answerReceived: ({ need, organization }) => ({
    subject: `“${need}”收到新的应答`,
    paragraphs: [`${organization}应答了技术需求“${need}”。`],
    linkLabel: '查看应答',
  }),
  answerDeclined: ({ need, reason, words }) => ({
    subject: `您对“${need}”的应答未被采纳`,
    paragraphs: [`需求方谢绝了您对“${need}”的应答。`, `原因：${reason}`, ...said('说明', words)],
    linkLabel: '查看应答',
  }),
  answerTakenUp: ({ need }) => ({
    subject: `您对“${need}”的应答已进入洽谈`,
    paragraphs: [`需求方采纳了您对“${need}”的应答，请在工作台继续洽谈。`],
    linkLabel: '查看应答',
  }),
  listingExpiring: ({ listing, expiresOn, days }) => ({
    subject: `“${listing}”将于 ${expiresOn} 到期`,
    paragraphs: [
      days === 0
        ? `“${listing}”的挂牌期限今天到期。`
        : `“${listing}”的挂牌期限为 ${expiresOn}，还剩 ${days} 天。`,
      '如仍可转化，请在成果页面一键续期；到期后将自动下架，已收到的意向不受影响。',
    ],
    linkLabel: '续期或更新内容',
  }),
  listingExpired: ({ listing, expiresOn }) => ({
    subject: `“${listing}”已到期下架`,
    paragraphs: [
      `“${listing}”的挂牌期限（${expiresOn}）已满，已从市场下架，内容和历史版本均已保留。`,
      '如仍可转化，可在成果页面一键续期，恢复公开。',
    ],
    linkLabel: '查看并续期',
  }),
  requestReceived: ({ listing, organization, mode, message }) => ({
    subject: `收到对“${listing}”的许可意向`,
    paragraphs: [
      `${organization}对“${listing}”提出意向，方式：${mode}。`,
      ...said('对方留言', message),
      '请答复同意洽谈或谢绝。',
    ],
    linkLabel: '查看并答复',
  }),
  requestAccepted: ({ listing, organization }) => ({
    subject: `${organization}同意洽谈`,
    paragraphs: [`${organization}同意就“${listing}”与贵方洽谈，双方现在可以提出条款。`],
    linkLabel: '开始洽谈',
  }),
  requestDeclined: ({ listing, organization, reason, words }) => ({
    subject: `关于“${listing}”的意向未被接受`,
    paragraphs: [`${organization}谢绝了贵方对“${listing}”的意向，原因：${reason}。`, ...said('说明', words)],
    linkLabel: '查看答复',
  }),
  requestLapsed: ({ listing, organization, silence }) => ({
    subject: `关于“${listing}”的意向已失效`,
    paragraphs: [
      silence
        ? `贵方与${organization}之间关于“${listing}”的意向，在期限内没有任何进展，已自动失效。`
        : `“${listing}”的权利已转让给他人，贵方与${organization}之间的意向因此失效。`,
      ...(silence ? ['双方都没有被记为谢绝；需要时可以重新提出。'] : []),
    ],
    linkLabel: '查看经过',
  }),
  requestWaiting: ({ listing, organization, lapsesOn, unanswered }) => ({
    subject: unanswered ? `${organization}的意向在等贵方答复` : `关于“${listing}”的洽谈在等贵方`,
    paragraphs: [
      unanswered
        ? `${organization}就“${listing}”提出的意向还没有得到答复。可以同意洽谈，也可以说明谢绝的原因。`
        : `贵方与${organization}就“${listing}”的洽谈已经有一段时间没有进展。`,
      `到 ${lapsesOn} 仍无进展，意向会自动失效，并通知双方。`,
    ],
    linkLabel: '去处理',
  }),
  brokerageProposed: ({ listing, organization, broker, commission }) => ({
    subject: `${organization}提议由${broker}居间`,
    paragraphs: [
      `${organization}提议由${broker}为“${listing}”的洽谈居间，佣金：${commission}。`,
      '居间机构和另一方都同意后，居间机构可以阅读洽谈内容并留言；不能代任何一方作出承诺。',
    ],
    linkLabel: '查看并答复',
  }),
  brokerageAgreed: ({ listing, broker, commission }) => ({
    subject: `${broker}开始为“${listing}”居间`,
    paragraphs: [`各方都已同意由${broker}为“${listing}”的洽谈居间，佣金：${commission}。`],
    linkLabel: '查看洽谈',
  }),
  brokerageRefused: ({ listing, organization, broker }) => ({
    subject: `${organization}没有同意居间`,
    paragraphs: [`${organization}没有同意由${broker}为“${listing}”的洽谈居间，洽谈照常进行。`],
    linkLabel: '查看',
  }),
  brokerageEnded: ({ listing, organization, broker }) => ({
    subject: `“${listing}”的居间已结束`,
    paragraphs: [`${organization}结束了${broker}对“${listing}”的居间，${broker}不再参与洽谈。`],
    linkLabel: '查看',
  }),
  messageSent: ({ listing, organization, message }) => ({
    subject: `${organization}给贵方留言`,
    paragraphs: [`${organization}就“${listing}”写道：`, message],
    linkLabel: '查看并回复',
  }),
  offerMade: ({ listing, organization, version, total }) => ({
    subject: `${organization}提出了第 ${version} 版条款`,
    paragraphs: [
      `${organization}就“${listing}”提出了第 ${version} 版条款，总额 ${total}。`,
      '可以接受，也可以提出新的条款。',
    ],
    linkLabel: '查看条款',
  }),
  offerAccepted: ({ listing, organization, total }) => ({
    subject: `${organization}接受了条款`,
    paragraphs: [`${organization}接受了贵方就“${listing}”提出的条款，总额 ${total}，合同草稿已生成。`],
    linkLabel: '查看洽谈记录',
  }),
  contractTextWaiting: ({ contract, organization, version, note, counter }) => ({
    subject: `合同文本第 ${version} 版待贵方答复：${contract}`,
    paragraphs: [
      counter
        ? `${organization}没有接受贵方对合同“${contract}”提出的文本，另行提出了第 ${version} 版。`
        : `${organization}提出了合同“${contract}”文本的第 ${version} 版。`,
      ...said('对方说明', note),
      '可以接受，也可以修改后提出新的一版；页面上标有改动之处。',
    ],
    linkLabel: '查看文本',
  }),
  contractTextAgreed: ({ contract, organization, version }) => ({
    subject: `文本达成一致：${contract}`,
    paragraphs: [
      `${organization}接受了合同“${contract}”文本的第 ${version} 版，双方已达成一致。`,
      '现在可以定稿签署。',
    ],
    linkLabel: '查看合同',
  }),
  contractReopened: ({ contract, organization }) => ({
    subject: `退回修改，暂不签署：${contract}`,
    paragraphs: [
      `${organization}没有按现有文本签署合同“${contract}”，已将其退回草稿修改。`,
      '为签署上传的文件已经作废。双方改好后可以重新定稿。',
    ],
    linkLabel: '查看草稿',
  }),
  contractReady: ({ contract, organization, here }) => ({
    subject: `待签署：${contract}`,
    paragraphs: [
      `与${organization}的合同“${contract}”已可签署。`,
      here
        ? '请由有签署权限的成员按约定顺序在合同页签署议定的文本；也可以上传双方签署的文本（PDF）。'
        : '请上传双方签署的文本（PDF），并由有签署权限的成员确认。',
    ],
    linkLabel: '签署合同',
  }),
  noticeObjected: ({ notice, body }) => ({
    subject: `公示“${notice}”收到异议`,
    paragraphs: [`“${notice}”的公示收到异议：`, body, '请调查并答复；处理完毕前合同不能签署。'],
    linkLabel: '查看并答复',
  }),
  noticeEnding: ({ notice, endsOn, open }) => ({
    subject: `公示即将期满：${notice}`,
    paragraphs: [
      `“${notice}”的公示期至 ${endsOn}。`,
      open === 0 ? '目前没有待处理的异议。' : `还有 ${open} 项异议待答复。`,
    ],
    linkLabel: '查看公示',
  }),
  noticeEnded: ({ notice, open }) => ({
    subject: `公示期满：${notice}`,
    paragraphs: [
      open === 0
        ? `“${notice}”公示期满，没有待处理的异议，合同可以签署。`
        : `“${notice}”公示期满，还有 ${open} 项异议待处理，处理完毕前合同不能签署。`,
    ],
    linkLabel: '查看公示',
  }),
  objectionAnswered: ({ notice, upheld, answer }) => ({
    subject: `您对“${notice}”的异议已答复`,
    paragraphs: [`您对“${notice}”公示的异议，处理结论：${upheld ? '成立' : '不成立'}。`, answer],
    linkLabel: '查看公示',
  }),
  signatureAwaited: ({ contract, organization }) => ({
    subject: `等待贵方签署：${contract}`,
    paragraphs: [`${organization}已签署合同“${contract}”，贵方签署后合同成立。`],
    linkLabel: '阅读并签署',
  }),
  contractSigned: ({ contract, organization, signedOn }) => ({
    subject: `已签署：${contract}`,
    paragraphs: [
      `与${organization}的合同“${contract}”双方均已确认签署，签订日期 ${signedOn}。`,
      '卖方可委托技术转移机构办理认定登记。',
    ],
    linkLabel: '查看合同',
  }),
  amendmentMoved: amendmentMovedZh,
  scheduleOpened: ({ contract, organization, amounts }) => ({
    subject: `付款安排已生效：${contract}`,
    paragraphs: [`与${organization}的合同“${contract}”已签署，应付款项如下：`, listed(amounts.map(owed))],
    linkLabel: '查看并付款',
  }),
  paymentCalled: ({ contract, organization, ...due }) => ({
    subject: `请付款：${contract}`,
    paragraphs: [`${organization}通知支付合同“${contract}”的款项：`, owed(due)],
    linkLabel: '查看并付款',
  }),
  paymentDue: ({ contract, organization, daysLeft, ...due }) => {
    const when =
      daysLeft < 0 ? `已逾期 ${-daysLeft} 天` : daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天到期`
    return {
      subject: `${daysLeft < 0 ? '付款已逾期' : '付款即将到期'}：${contract}`,
      paragraphs: [`合同“${contract}”应付${organization}的一笔款项${when}：`, owed(due)],
      linkLabel: '查看并付款',
    }
  },
  obligationDue: ({ contract, organization, what, dueOn, daysLeft }) => ({
    subject: `${daysLeft < 0 ? '合同义务已逾期' : '合同义务即将到期'}：${contract}`,
    paragraphs: [
      `与${organization}的合同“${contract}”：${what}，期限 ${dueOn}，${daysLeft < 0 ? `已逾期 ${-daysLeft} 天` : `还有 ${daysLeft} 天`}。`,
      '办完后请在合同页标记。',
    ],
    linkLabel: '查看合同',
  }),
  transferSubmitted: ({ contract, organization, line, amount, paidOn }) => ({
    subject: `请核对到账：${contract}`,
    paragraphs: [
      `${organization}称已于 ${paidOn} 转账支付合同“${contract}”的${line}：${amount}。`,
      '请核对银行账户后确认到账，或说明原因退回。',
    ],
    linkLabel: '核对并确认',
  }),
  secondAwaited: ({ contract, organization, line, amount }) => ({
    subject: `待第二人确认到账：${contract}`,
    paragraphs: [
      `${organization}支付的合同“${contract}”${line} ${amount} 已由一人确认，超过限额，须由另一位财务人员核对同一金额后确认。`,
    ],
    linkLabel: '核对并确认',
  }),
  paymentConfirmed: ({ contract, organization, line, amount, paidOn, received }) => ({
    subject: received ? `已收款：${contract}` : `付款已确认：${contract}`,
    paragraphs: [
      received
        ? `${organization}已在线支付合同“${contract}”的${line}：${amount}（${paidOn}）。`
        : `合同“${contract}”的${line}已确认由${organization}收到：${amount}（${paidOn}）。`,
    ],
    linkLabel: '查看账目',
  }),
  transferRejected: ({ contract, organization, line, amount, reason }) => ({
    subject: `转账未获确认：${contract}`,
    paragraphs: [
      `${organization}没有确认合同“${contract}”的${line} ${amount}。`,
      ...said('原因', reason),
      '请核对后重新提交付款凭证。',
    ],
    linkLabel: '查看并重新提交',
  }),
  refundSent: ({ contract, organization, amount, reason }) => ({
    subject: `退款已汇出：${contract}`,
    paragraphs: [
      `${organization}就合同“${contract}”退回 ${amount}。`,
      ...said('原因', reason),
      '请核对银行账户后确认是否收到。',
    ],
    linkLabel: '核对退款',
  }),
  paymentRefunded: ({ contract, organization, amount, reason }) => ({
    subject: `退款已完成：${contract}`,
    paragraphs: [`与${organization}的合同“${contract}”退款 ${amount} 已完成。`, ...said('原因', reason)],
    linkLabel: '查看账目',
  }),
  refundFailed: ({ contract, organization, amount }) => ({
    subject: `退款未成功：${contract}`,
    paragraphs: [
      `退给${organization}的 ${amount}（合同“${contract}”）未能到账，账目已恢复，请改用其他方式退款。`,
    ],
    linkLabel: '查看账目',
  }),
  royaltyReported: ({ contract, organization, periodFrom, periodTo, sales, amount }) => ({
    subject: `提成报告：${contract}`,
    paragraphs: [
      `${organization}报告了合同“${contract}”${periodFrom} 至 ${periodTo} 的净销售额：${sales}，应付提成 ${amount}。`,
    ],
    linkLabel: '查看账目',
  }),
  differencesFound: ({ open }) => ({
    subject: `在线支付对账有 ${open} 项差异待处理`,
    paragraphs: [`与支付机构的对账发现 ${open} 项无法自动更正的差异，请人工核对。`],
    linkLabel: '查看账目',
  }),
  correctionRequested: ({ contract, comments }) => ({
    subject: `请补正登记材料：${contract}`,
    paragraphs: [
      `登记员要求补正合同“${contract}”的登记申请：`,
      listed(comments),
      '补正提交后重新计算受理期限。',
    ],
    linkLabel: '补正申请',
  }),
  decisionDue: ({ contract, dueOn, days, working }) => {
    const count = `${Math.abs(days)}个${working ? '工作日' : '自然日'}`
    const soon = days === 0 ? '今天到期' : `还剩${count}`
    return {
      subject: days < 0 ? `登记审核已逾期：${contract}` : `登记审核期限${dueOn}：${contract}`,
      paragraphs: [
        days < 0
          ? `合同“${contract}”的登记审核期限为${dueOn}，已逾期${count}。`
          : `合同“${contract}”的登记审核期限为${dueOn}，${soon}。`,
      ],
      linkLabel: '前往审核',
    }
  },
  registrationRefused: ({ contract, todos }) => ({
    subject: `不予登记：${contract}`,
    paragraphs: [
      `合同“${contract}”未予登记。请逐项处理以下事项，处理完后可以重新申报：`,
      todos.map(todoLine).join('\n'),
    ],
    linkLabel: '查看决定',
  }),
  savedSearchFound: ({ search, found, more, settingsUrl, unsubscribeUrl }) => {
    const count = found.length + more
    return {
      subject: count === 1 ? `“${search}”：${found[0]?.title}` : `“${search}”有 ${count} 项新成果或更新`,
      paragraphs: [
        `您订阅的检索“${search}”有新结果：`,
        found
          .map(
            ({ title, owner, changed, url }) =>
              `· ${title}${changed ? '（已更新）' : ''}\n  ${owner}\n  ${url}`,
          )
          .join('\n'),
        ...(more > 0 ? [`另有 ${more} 项未列出。`] : []),
        `调整或暂停这项订阅：${settingsUrl}\n不再接收这项订阅的邮件：${unsubscribeUrl}`,
      ],
      linkLabel: '查看全部结果',
    }
  },
  registered: ({ contract, number, registeredOn, amount }) => ({
    subject: `已登记：${contract}`,
    paragraphs: [
      `合同“${contract}”已于 ${registeredOn} 登记，登记编号 ${number}，成交额 ${amount}。`,
      '任何人都可以通过下面的链接核验登记证明。',
    ],
    linkLabel: '查看登记证明',
  }),
}
