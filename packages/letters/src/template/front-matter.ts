import { parse } from 'yaml'
import { z } from 'zod'

export const kindsOfValue = ['文本', '长文', '日期', '数字', '是否', '列表', '引用'] as const

const variable = z.strictObject({
  类型: z.enum(kindsOfValue),
  可空: z.boolean().optional(),
  说明: z.string().min(1),
  最长: z.int().positive().optional(),
})

const sample = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

/** Variables many letters share, each with a sample value: `common.yaml`. */
export const commonFile = z.strictObject({
  公共变量: z.record(z.string(), variable.extend({ 样例: sample })),
})

/** The head of a letter template, as legal staff write it. */
export const frontMatter = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2}$/),
  kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  名称: z.string().min(1),
  标题: z.string().min(1),
  版本: z.string().regex(/^\d{4}-\d{2}$/),
  版式: z.enum(['信函', '文件', '表单']),
  公共变量: z.array(z.string()).default([]),
  /** The articles the letter may cite, in full: 《……条例》第三十六条第（四）项. */
  法律依据: z.array(z.string()).default([]),
  变量: z.record(z.string(), variable).default({}),
  样例数据: z.record(z.string(), sample).default({}),
})

export type Variable = z.infer<typeof variable>
export type FrontMatter = z.infer<typeof frontMatter>

/** A file in its two parts. `bodyLine` is the line (from 1) on which the words begin. */
export type CutFile = { readonly head: string; readonly body: string; readonly bodyLine: number }

/** Cuts a file at its two `---` lines; null when they are not there. A byte order mark, as Windows writes it, is let go. */
export function cutFile(text: string): CutFile | null {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text)
  if (!match) return null
  const [whole, head = '', body = ''] = match
  const before = whole.slice(0, whole.length - body.length)
  return { head, body: body.replaceAll('\r\n', '\n'), bodyLine: before.split('\n').length }
}

/** Splits a template file into its head and its words. Null when the two `---` lines are not there. */
export function splitFile(text: string): { head: unknown; body: string } | null {
  const cut = cutFile(text)
  return cut ? { head: parse(cut.head), body: cut.body } : null
}
