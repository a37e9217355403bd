/** Error pages and the small texts of page heads. */
export const pages = {
  error: {
    notFound: '没有找到这一页',
    notFoundHint: '地址可能写错了，或者内容已经撤回。可以换个说法搜索，或从首页重新开始。',
    unauthenticated: '请先登录',
    forbidden: '您不能查看这一页',
    refused: '这一步没有办成',
    unavailable: '服务暂时无法响应',
    internal: '服务出了差错',
    login: '去登录',
    retry: '再试一次',
    backToForm: '回到表单',
    toSearch: '搜索成果',
    toHome: '回到首页',
  },
} as const
