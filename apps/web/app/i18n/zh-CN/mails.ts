export const mails = {
  title: '邮件设置',
  lead: '与您有关的进展都会在站内“通知”里出现。这里选择哪些另发邮件、怎样发。',
  saved: '已保存。',
  save: '保存',
  deliveries: { instant: '随时发邮件', daily: '每天九点汇总成一封', inbox: '不发邮件，只在站内通知' },
  classes: {
    talks: '收到、答复、失效的意向，条款和留言，居间。',
    contracts: '合同文本的新版本和退回修改，公示期满，履行期限提醒。',
    money: '应付、到账、退款、提成和对账。',
    register: '审核期限提醒和登记结果。',
    listings: '审核结果、到期、因权利终止而暂停，专利年费。',
    needs: '审核结果、相符的成果和需求、应答。',
  },
  savedSearches: '检索订阅',
  savedSearchesHint_one: '{{count}} 项订阅。在这里选择会一并调整所有订阅。',
  savedSearchesHint_other: '{{count}} 项订阅。在这里选择会一并调整所有订阅。',
  savedSearchesMixed_one: '{{count}} 项订阅，按各自的设置发送；在这里选择会一并调整。',
  savedSearchesMixed_other: '{{count}} 项订阅，各自设置不同；在这里选择会一并调整。',
  savedSearchDeliveries: {
    instant: '随时发邮件',
    daily: '每天八点一封',
    inbox: '不发邮件，只在站内通知',
  },
  eachSearch: '逐项调整检索订阅',
  always: {
    title: '始终发邮件，不能关闭',
    lead: '这三类邮件关系到账户安全或法律后果，收不到可能使您或您的机构受损失，所以不提供关闭。',
    classes: {
      security: {
        name: '账户安全',
        why: '确认码、重设密码、验证方式变更、加入机构的邀请：不是您本人操作时，邮件是最先发现的机会。',
      },
      signatures: {
        name: '签署',
        why: '待签署、对方已签署、双方签署完成：签署即产生权利义务。',
      },
      decisions: {
        name: '决定和异议',
        why: '机构核验结论、登记补正和不予登记、公示异议及答复：从通知起可能计算期限。',
      },
    },
  },
  unsubscribe: {
    class: {
      ask: '不再接收“{{name}}”类邮件？站内通知照常。',
      done: '已停止。“{{name}}”类通知不再发邮件，站内通知照常。',
    },
    digest: {
      ask: '不再接收每日汇总邮件？其中各类通知以后只在站内显示。',
      done: '已停止。不再发每日汇总邮件，站内通知照常。',
    },
    invalid: '这个链接不完整或不是我们发出的。请从邮件里重新打开，或登录后在“邮件设置”里调整。',
  },
} as const
