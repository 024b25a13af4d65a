/** One fault of the input: the field's path and what is wrong. */
export interface Fault {
  readonly path: string
  readonly zh: string
}

/** A reason why not, with its article. */
export interface Refusal {
  readonly code: string
  readonly article: string
  readonly zh: string
}

/** An answer that says no (RFC 9457), as the interface sends it. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly faults?: readonly Fault[]
  readonly code?: string
  readonly article?: string
  readonly also?: readonly Refusal[]
  readonly [field: string]: unknown
}

/** Nothing came back at all. */
export const unreachable: Problem = {
  type: 'urn:zhiqing:problem:unreachable',
  title: '连接不上服务器',
  status: 0,
  detail: '请检查网络后重试；不能确定是否已经保存的，请先刷新案件核对',
}

/** What came back was no answer of ours, e.g. a page of a proxy in between. */
export const garbled = (status: number): Problem => ({
  type: 'urn:zhiqing:problem:garbled',
  title: '服务器的应答不正确',
  status,
  detail: `服务器返回了状态 ${status}，请稍后重试，或者告诉系统管理员`,
})
