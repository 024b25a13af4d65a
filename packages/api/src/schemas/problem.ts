import * as z from 'zod'
import { article } from './plain.js'

const refusal = z.object({ code: z.string(), article, zh: z.string() })

const fault = z.object({
  path: z.string().meta({ description: '字段' }),
  zh: z.string().meta({ description: '哪里不对' }),
})

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    faults: z.array(fault).optional().meta({ description: '400：全部不符合格式之处' }),
    code: z.string().optional().meta({ description: '拒绝的代码，见 zhiqing law --refusals' }),
    article: article.optional(),
    zh: z.string().optional(),
    permitted: z.array(z.string()).optional().meta({ description: '现在可以办理的事项' }),
    also: z.array(refusal).optional().meta({ description: '同时存在的其他拒绝理由' }),
    version: z.int().optional().meta({ description: '412：案件现在的版本' }),
    id: z.string().optional().meta({ description: '500：错误编号' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 问题详情' })

const words = {
  400: '格式不正确，逐项列明',
  401: '没有登录',
  403: '没有权限，或者不在该角色的职责之内',
  404: '没有这个案件，或者不属于本机关',
  409: '案件现在的状态不能这样办理',
  410: '个人信息已依法删除，文书不再保存',
  412: '案件已有变动，页面过时',
  413: '请求过大',
  415: '不是 JSON',
  422: '依照规定不能这样办理，幂等键已用于别的请求，文书含有印不出的内容，或者列表太长',
  429: '尝试次数过多',
  503: '数据库不可用（说明是否已经保存），或者工作日历没有推算到今天',
} as const

type Status = keyof typeof words

/** The refusing answers of a route, for its description. */
export const problems = (...statuses: readonly Status[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: words[status], content: { 'application/problem+json': { schema: problem } } },
    ]),
  )
