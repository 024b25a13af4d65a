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
  版式: z.enum(['信函', '表单']),
  公共变量: z.array(z.string()).default([]),
  变量: z.record(z.string(), variable).default({}),
  样例数据: z.record(z.string(), sample).default({}),
})

export type Variable = z.infer<typeof variable>
export type FrontMatter = z.infer<typeof frontMatter>

/** Splits a template file into its head and its words. Null when the two `---` lines are not there. */
export function splitFile(text: string): { head: unknown; body: string } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text)
  return match ? { head: parse(match[1] ?? ''), body: (match[2] ?? '').replaceAll('\r\n', '\n') } : null
}
