import { isDay } from '@zhiqing/law'
import { z } from 'zod'
import { refusedCharacter } from './characters.js'
import type { Variable } from './front-matter.js'
import type { Fields, FieldValue, Template } from './template.js'

/** `mayBeEmpty`: of a list. */
type Draft = { readonly name: string; readonly variable: Variable; readonly mayBeEmpty?: boolean }

/**
 * The shape of the fields a template takes: every variable of its own and every common one it names, nothing else but
 * what our template of the same code prints and an organ's own leaves out.
 * Messages are Chinese and name the field.
 */
export function fieldsSchema(template: Template): z.ZodType<Fields> {
  const schema = schemas.get(template) ?? buildSchema(template)
  schemas.set(template, schema)
  return schema
}

/** A template's schema never changes, and building one takes longer than asking it. */
const schemas = new WeakMap<Template, z.ZodType<Fields>>()

function buildSchema(template: Template): z.ZodType<Fields> {
  const shape: { [name: string]: z.ZodType<FieldValue | undefined> } = {}
  for (const [name, variable] of Object.entries(template.variables)) {
    const mayBeEmpty = variable.可空 === true || asksSize(template, name)
    shape[name] = fieldSchema({ name, variable, mayBeEmpty })
  }
  for (const [name, variable] of Object.entries(template.leftOut))
    shape[name] = valueSchema({ name, variable, mayBeEmpty: true }).nullish()
  if (template.style !== 'form' && !shape.版式) shape.版式 = format
  shape.演练 ??= z.boolean().optional().describe('演练文书：每页写明')
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.map((name) => `“${name}”`).join('')}不是本文书的变量`
        : '字段应写成“名称: 值”的对象',
  })
}

/** An organ may have its letters in the other format of the standard, whatever the template says (GB/T 9704-2012 10.1). */
const format = z
  .enum(['信函', '文件'], { error: '“版式”应为信函或者文件' })
  .describe('信函格式或者文件格式；不填的按模板')
  .nullish()

/** JSON Schema of the same, for forms and for `zhiqing letter --fields`. */
export const fieldsJsonSchema = (template: Template): object =>
  z.toJSONSchema(fieldsSchema(template), { io: 'input', unrepresentable: 'any' })

/** The template's own sample data, with the samples of the common variables it uses. */
export const sampleFields = (template: Template): Fields => ({ ...template.sample })

/** Words that ask for a list's size foresee an empty one; others would print a sentence with a hole. */
const asksSize = (template: Template, name: string): boolean => template.words.includes(`${name}.size`)

function fieldSchema(draft: Draft): z.ZodType<FieldValue | undefined> {
  const schema = valueSchema(draft).describe(draft.variable.说明)
  return draft.variable.可空 ? schema.nullish() : schema
}

function valueSchema(draft: Draft): z.ZodType<FieldValue> {
  const { name, variable } = draft
  switch (variable.类型) {
    case '文本':
      return text(draft, '一行文字').regex(/^[^\n\r]*$/, `“${name}”应为一行文字，不能换行`)
    case '长文':
      return text(draft, '文字')
    case '日期':
      return z
        .string(wrongType(draft, '日期（YYYY-MM-DD）'))
        .refine(isDay, { error: (issue) => `“${name}”不是真实存在的日期（YYYY-MM-DD）：${issue.input}` })
        .meta({ format: 'date' })
    case '数字':
      return z.number(wrongType(draft, '数字'))
    case '是否':
      return z.boolean(wrongType(draft, '是或否（true/false）'))
    case '列表':
    case '引用':
      return list(draft)
  }
}

/** Characters of any text; no command takes as many, and setting them takes less than a second. */
const longest = 100_000

function text(draft: Draft, expected: string): z.ZodString {
  const { name, variable } = draft
  const schema = z.string(wrongType(draft, expected)).refine((value) => !refusedCharacter(value), {
    error: (issue) => `“${name}”含有不能印出的字符（${refusedCharacter(String(issue.input))}）`,
  })
  const filled = variable.可空 ? schema : schema.regex(/\S/, `“${name}”不能为空`)
  const most = variable.最长 ?? longest
  return filled.max(most, { error: (issue) => `“${name}”最长 ${most} 字，现有 ${String(issue.input).length} 字` })
}

function list(draft: Draft): z.ZodType<string[]> {
  const { name, variable } = draft
  const items = z.array(
    text({ name, variable: { ...variable, 可空: false } }, '文字列表'),
    wrongType(draft, '文字列表'),
  )
  return draft.mayBeEmpty ? items : items.min(1, `“${name}”至少要有一项`)
}

const wrongType = ({ name, variable }: Draft, expected: string) => ({
  error: (issue: { input?: unknown }) =>
    issue.input === undefined || issue.input === null
      ? `缺少“${name}”（${variable.说明}）`
      : `“${name}”应为${expected}`,
})
