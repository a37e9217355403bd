/** One sentence per refusal code: what happened, and what to do. */
export const errors = {
  title: '没有办成',
  fieldsTitle: '有 {{count}} 处需要修改，您填写的内容都还在：',
  reference: '联系我们时请提供编号：{{requestId}}',
  internal: '服务出了差错，已记录下来。请稍后再试。',
  byStatus: {
    '400': '请求的内容无法识别，请返回重试。',
    '401': '请先登录。',
    '403': '您的账户没有这项权限。如果需要，请联系本机构的管理员。',
    '404': '没有找到，或者您无权查看。',
    '409': '这条记录刚刚被改动过。请刷新后再试。',
    '412': '现在还不能这样做，请先完成前面的步骤。',
    '413': '文件太大。请压缩或拆分后再上传。',
    '422': '有些内容需要修改。',
    '429': '操作太频繁了，请稍等片刻再试。',
    '503': '服务暂时无法响应，您填写的内容没有提交。请稍后再试。',
  },
  service: { unavailable: '服务暂时无法响应，请稍后再试。' },
  request: { invalid: '有些内容需要修改。', not_found: '没有找到这个地址。' },
  policy: { forbidden: '您的账户没有这项权限。如果需要，请联系本机构的管理员。' },
  session: { required: '请先登录。', expired: '登录已过期，请重新登录。' },
  organization: { not_verified: '贵机构还没有通过核验。核验通过后就可以继续。' },
} as const
